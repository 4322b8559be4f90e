// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/hook_handle.h"

#include <atomic>

namespace torch_hooks {

std::uint64_t nextHookId()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

}  // namespace torch_hooks
