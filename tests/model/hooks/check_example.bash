#!/bin/bash
# SPDX-License-Identifier: BSD-3-Clause
# usage: check_example.bash PROGRAM EXPECTED      fails where the program prints anything else
diff <("$1") "$2"
