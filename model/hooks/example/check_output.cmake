# SPDX-License-Identifier: BSD-3-Clause
# cmake -D PROGRAM=... -D EXPECTED=file -P check_output.cmake      fails where the program fails or prints anything else
execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE printed RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} failed (${status}). It printed:\n${printed}")
endif()
file(READ ${EXPECTED} expected)
string(REPLACE "\r\n" "\n" printed "${printed}")
if(NOT printed STREQUAL expected)
    message(FATAL_ERROR "${PROGRAM} printed:\n${printed}\nnot what stands in ${EXPECTED}:\n${expected}")
endif()
