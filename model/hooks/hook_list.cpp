// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/hooks/hook_list.h"

#include <atomic>

namespace glyphscope::hooks {

std::uint64_t nextHookId()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

}  // namespace glyphscope::hooks
