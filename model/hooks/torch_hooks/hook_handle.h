// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

namespace torch_hooks {

/// A number that no hook had before, rising.
[[nodiscard]] std::uint64_t nextHookId();

/// Takes a hook out again, from any thread. May outlive the module that the hook was registered on; removing
/// twice is harmless. Does not wait for a call that runs the hook at this moment.
class HookHandle {
public:
    HookHandle() = default;
    HookHandle(std::uint64_t id, std::function<void()> remove) : m_id(id), m_remove(std::move(remove)) {}

    /// Unique in the process and rising; 0 for a handle of nothing.
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

/// Removes its hook when it goes out of scope: `ScopedHook watch = module->registerForwardHook(...)`.
class ScopedHook {
public:
    ScopedHook() = default;
    ScopedHook(HookHandle handle) : m_handle(std::move(handle)) {}
    ScopedHook(ScopedHook&& other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    ScopedHook& operator=(ScopedHook&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~ScopedHook() { m_handle.remove(); }

    [[nodiscard]] std::uint64_t id() const { return m_handle.id(); }
    void remove() { m_handle.remove(); }

private:
    HookHandle m_handle;
};

/// `auto watch = scoped(module->registerForwardHook(...))`.
[[nodiscard]] inline ScopedHook scoped(HookHandle handle)
{
    return ScopedHook(std::move(handle));
}

}  // namespace torch_hooks
