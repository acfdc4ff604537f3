// SPDX-FileCopyrightText: The Foyer contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// What is wrong with the page that is shown: an array of sentences.
(() => {
  const faults = [];
  const seen = element => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && style.display !== 'none'
      && style.clipPath === 'none' && box.right > 0;
  };
  const say = element => element.tagName.toLowerCase() + (element.className.baseVal === undefined && element.className
    ? '.' + element.className : '') + ' “' + element.textContent.trim().slice(0, 40) + '”';

  const parse = text => text.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = element => {
    for (let up = element; up; up = up.parentElement) {
      const colour = parse(getComputedStyle(up).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };

  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !seen(element) || element.closest('script,style,option')) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(parse(style.color)), light(ground(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (contrast < (large ? 3 : 4.5)) faults.push(`${say(element)} has a contrast of ${contrast.toFixed(2)}`);
    const box = element.getBoundingClientRect();
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && style.display !== 'inline')
      faults.push(`${say(element)} does not fit into its box`);
    if (box.right > innerWidth + 1) faults.push(`${say(element)} goes over the edge`);
  }

  for (const element of document.querySelectorAll('input,select,button,.go,.more,header nav a')) {
    if (!seen(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.height < 43.5) faults.push(`${say(element)} is ${box.height.toFixed(1)} high, which is too small to hit`);
  }
  for (const element of document.querySelectorAll('input,select'))
    if (![...element.labels].some(label => label.innerText.trim())) faults.push(`${element.name} has no label`);
  for (const element of document.querySelectorAll('a,button'))
    if (!element.textContent.trim()) faults.push(`a ${element.tagName} leads to ${element.href} without a word`);
  for (const element of document.querySelectorAll('img'))
    if (!element.hasAttribute('alt')) faults.push('a picture has no alternative');
  for (const element of document.querySelectorAll('[style],[onclick]'))
    faults.push(`${say(element)} has a style or script of its own`);

  const levels = [...document.querySelectorAll('h1,h2,h3')].map(heading => Number(heading.tagName[1]));
  if (levels.filter(level => level === 1).length !== 1) faults.push(`headings are ${levels}`);
  levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) faults.push(`headings are ${levels}`); });
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  if (new Set(ids).size !== ids.length) faults.push('an id is there twice');
  for (const link of document.querySelectorAll('a[href^="#"],a[href*="/about#"]'))
    if (link.pathname === location.pathname && !document.getElementById(link.hash.slice(1)))
      faults.push(`${link.hash} leads nowhere`);
  return faults;
})()
