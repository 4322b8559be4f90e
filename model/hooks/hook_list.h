// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace glyphscope::hooks {

/// Takes a hook out again. May outlive the module that the hook was registered on; removing twice is
/// harmless.
class HookHandle {
public:
    HookHandle() = default;
    HookHandle(std::uint64_t id, std::function<void()> remove) : m_id(id), m_remove(std::move(remove)) {}

    [[nodiscard]] std::uint64_t id() const { return m_id; }
    void remove()
    {
        if (const auto remove = std::exchange(m_remove, nullptr))
            remove();
    }

private:
    std::uint64_t m_id = 0;
    std::function<void()> m_remove;
};

/// Removes its hook when it goes out of scope.
class ScopedHook {
public:
    ScopedHook() = default;
    explicit ScopedHook(HookHandle handle) : m_handle(std::move(handle)) {}
    ScopedHook(ScopedHook&& other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    ScopedHook& operator=(ScopedHook&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~ScopedHook() { m_handle.remove(); }

private:
    HookHandle m_handle;
};

/// A number that no hook had before, rising.
[[nodiscard]] std::uint64_t nextHookId();

/// Hooks of one kind on one module, in the order of their registration.
template <typename Callable>
class HookList {
public:
    HookHandle add(Callable callable)
    {
        const std::uint64_t id = nextHookId();
        m_entries->push_back({id, std::move(callable)});
        const std::weak_ptr<Entries> entries = m_entries;
        return {id, [entries, id] {
                    if (const auto list = entries.lock())
                        std::erase_if(*list, [id](const Entry& entry) { return entry.id == id; });
                }};
    }

    [[nodiscard]] bool empty() const { return m_entries->empty(); }

    /// What one call runs: hooks may add and remove hooks meanwhile.
    [[nodiscard]] std::vector<Callable> snapshot() const
    {
        std::vector<Callable> callables;
        for (const Entry& entry : *m_entries)
            callables.push_back(entry.callable);
        return callables;
    }

private:
    struct Entry {
        std::uint64_t id;
        Callable callable;
    };
    using Entries = std::vector<Entry>;
    std::shared_ptr<Entries> m_entries = std::make_shared<Entries>();
};

}  // namespace glyphscope::hooks
