/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-directory-info.h"
#include "protocol/foyer-page.h"
#include "protocol/foyer-problem.h"
#include "protocol/foyer-search-page.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* What a directory answers. What is taken is written and taken again. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(FoyerPage) page = foyer_page_parse (bytes, NULL);
  g_autoptr(FoyerSearchPage) search = foyer_search_page_parse (bytes, NULL);
  g_autoptr(FoyerDirectoryInfo) info = foyer_directory_info_parse (bytes, NULL);
  g_autoptr(FoyerProblem) problem = foyer_problem_parse (bytes, NULL);

  if (page != NULL)
    {
      g_autoptr(GBytes) written = foyer_page_write (page);
      g_autoptr(FoyerPage) again = foyer_page_parse (written, NULL);

      g_assert_nonnull (again);
    }
  if (search != NULL)
    {
      g_autoptr(GBytes) written = foyer_search_page_write (search);
      g_autoptr(FoyerSearchPage) again = foyer_search_page_parse (written, NULL);

      g_assert_nonnull (again);
    }
  if (info != NULL)
    {
      g_autoptr(GBytes) written = foyer_directory_info_write (info);
      g_autoptr(FoyerDirectoryInfo) again = foyer_directory_info_parse (written, NULL);

      g_assert_nonnull (again);
    }
  if (problem != NULL)
    {
      g_autoptr(GBytes) written = foyer_problem_write (problem);
      g_autoptr(FoyerProblem) again = foyer_problem_parse (written, NULL);

      g_assert_nonnull (again);
    }

  return 0;
}
