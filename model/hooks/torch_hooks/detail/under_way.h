// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_types.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace torch_hooks::detail {

/// What is on its way through one call of a module, apart for each backward pass: several may go through the
/// same graph at once, from threads or from a hook. What a pass leaves is dropped at its end, also if it
/// threw. Owned by a shared_ptr; to be called by hooks that autograd's engine runs.
class UnderWay : public std::enable_shared_from_this<UnderWay> {
public:
    struct Trip {
        std::shared_ptr<torch::nn::Module> module;  // lives until then, whoever lets go of it meanwhile
        Tensors gradOutputs;
    };

    void put(Trip trip);

    /// That of the pass that runs; nothing if it did not come through the outputs.
    [[nodiscard]] std::optional<Trip> take();

private:
    /// Something of the pass: one that lives shares its address with no other.
    using Pass = const void*;

    [[nodiscard]] std::optional<Trip> takeOf(Pass pass);

    std::mutex m_mutex;
    std::map<Pass, Trip> m_trips;
};

}  // namespace torch_hooks::detail
