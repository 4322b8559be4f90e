// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/detail/under_way.h"

#include <torch/csrc/autograd/engine.h>
#include <torch/csrc/autograd/graph_task.h>

#include <functional>
#include <utility>

namespace torch_hooks::detail {
namespace {

/// Runs `end` once: at the end of a pass that does well, or when the engine lets go of one that threw, whose
/// callbacks it does not run.
class AtEnd {
public:
    explicit AtEnd(std::function<void()> end) : m_end(std::move(end)) {}
    AtEnd(const AtEnd&) = delete;
    AtEnd& operator=(const AtEnd&) = delete;
    ~AtEnd() { run(); }

    void run()
    {
        if (const auto end = std::exchange(m_end, nullptr))
            end();
    }

private:
    std::function<void()> m_end;
};

}  // namespace

void UnderWay::put(Trip trip)
{
    const Pass pass = torch::autograd::get_current_graph_task_nodes_in_graph();
    auto atEnd = std::make_shared<AtEnd>([weak = weak_from_this(), pass] {
        if (const auto self = weak.lock())
            (void)self->takeOf(pass);
    });
    torch::autograd::Engine::get_default_engine().queue_callback(
        [atEnd = std::move(atEnd)] { atEnd->run(); });
    const std::lock_guard lock(m_mutex);
    m_trips.insert_or_assign(pass, std::move(trip));
}

std::optional<UnderWay::Trip> UnderWay::take()
{
    return takeOf(torch::autograd::get_current_graph_task_nodes_in_graph());
}

std::optional<UnderWay::Trip> UnderWay::takeOf(Pass pass)
{
    std::map<Pass, Trip>::node_type taken;
    {
        const std::lock_guard lock(m_mutex);
        taken = m_trips.extract(pass);
    }
    return taken.empty() ? std::nullopt : std::optional(std::move(taken.mapped()));
}

}  // namespace torch_hooks::detail
