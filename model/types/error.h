// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace glyphscope {

/// What every room throws when it cannot do its work. The message is for the user: it names the file or
/// module, the place, the reason and what to do. Caught at the top of a worker and of the command line.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace glyphscope
