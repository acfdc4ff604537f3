-- SPDX-FileCopyrightText: The Foyer contributors
-- SPDX-License-Identifier: AGPL-3.0-or-later
-- wrk asks for the paths of a file, one after the other.
local paths, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    paths[#paths + 1] = line
  end
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

function done(summary, latency, requests)
  io.write(string.format('{"requests_s": %f, "p50_ms": %f, "p99_ms": %f, "errors": %d}\n',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
