// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hook_handle.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <iterator>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace torch_hooks {

struct HookOptions {
    bool prepend = false;     ///< in front of the hooks that are there already
    bool alwaysCall = false;  ///< forward hooks: also after an exception, with what there is of the outputs
};

/// The hooks of one kind on one module, in the order in which they run. Any thread may add, remove and take
/// snapshots. A callable is moved in and never copied: what a mutable lambda counts goes on, whatever else
/// comes and goes. A copy has the same hooks, these very callables, and is a list of its own: handles stay
/// with the original.
template <typename Callable>
class HookList {
public:
    struct Entry {
        std::uint64_t id;
        std::shared_ptr<const Callable> callable;
        bool alwaysCall;

        template <typename... Arguments>
        auto operator()(Arguments&&... arguments) const
        {
            return (*callable)(std::forward<Arguments>(arguments)...);
        }
    };
    using Entries = std::vector<Entry>;

    HookList() = default;
    HookList(const HookList& other) { m_shared->publish(*other.snapshot()); }
    HookList(HookList&& other) : m_shared(std::exchange(other.m_shared, std::make_shared<Shared>())) {}
    HookList& operator=(HookList other) noexcept
    {
        std::swap(m_shared, other.m_shared);
        return *this;
    }
    ~HookList() = default;

    HookHandle add(Callable callable, HookOptions options = {})
    {
        const std::uint64_t id = nextHookId();
        auto shared = std::make_shared<const Callable>(std::move(callable));
        {
            const std::lock_guard lock(m_shared->mutex);
            Entries entries = *m_shared->entries;
            entries.insert(options.prepend ? entries.begin() : entries.end(),
                           {id, std::move(shared), options.alwaysCall});
            m_shared->publish(std::move(entries));
        }
        return {id, [list = std::weak_ptr(m_shared), id] {
                    if (const auto living = list.lock())
                        living->remove(id);
                }};
    }

    [[nodiscard]] bool empty() const noexcept { return m_shared->count.load(std::memory_order_acquire) == 0; }

    /// What one call runs: hooks added or removed meanwhile change the list, never the snapshot.
    [[nodiscard]] std::shared_ptr<const Entries> snapshot() const
    {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->entries;
    }

    /// Gives every entry of a snapshot to `run`.
    template <typename Run>
    void forEach(const Run& run) const
    {
        if (empty())
            return;
        const auto entries = snapshot();
        for (const Entry& entry : *entries)
            run(entry);
    }

private:
    struct Shared {
        std::mutex mutex;
        std::shared_ptr<const Entries> entries =
            std::make_shared<const Entries>();  // replaced, never changed
        std::atomic<std::size_t> count = 0;     // of entries, to be read without the lock

        void publish(Entries changed)
        {
            count.store(changed.size(), std::memory_order_release);
            entries = std::make_shared<const Entries>(std::move(changed));
        }
        void remove(std::uint64_t id)
        {
            std::shared_ptr<const Entries> before;  // what the hook holds dies after the lock is gone
            const std::lock_guard lock(mutex);
            before = entries;
            Entries rest;
            std::copy_if(before->begin(), before->end(), std::back_inserter(rest),
                         [id](const Entry& entry) { return entry.id != id; });
            publish(std::move(rest));
        }
    };
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
};

}  // namespace torch_hooks
