# SPDX-License-Identifier: BSD-3-Clause
# cmake -D README=README.md -D SOURCE=example.cpp -P check_quotes.cmake      fails where the README does not quote the source as it
# is, from the first comment below the licence on
file(READ ${README} readme)
file(READ ${SOURCE} source)
string(REGEX REPLACE "^// SPDX[^\n]*\n\n" "" source "${source}")
string(FIND "${readme}" "```cpp\n${source}```" place)
if(place EQUAL -1)
    message(FATAL_ERROR "${README} does not quote ${SOURCE} as it is. Copy it there again, between ```cpp and ```.")
endif()
