// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace glyphscope {

namespace detail {

/// A call on its way to another thread. Qt's queue orders the threads, but not where ThreadSanitizer sees it.
/// The pair of atomics does, so that it can check all the rest.
struct Handover {
    std::function<void()> call;
    std::atomic<bool> made = false;
};

/// Its call, on the thread that it was sent to. A function of its own, never inlined, so that the one read
/// that comes before the atomics' order can be told from all others (tests/support/tsan.supp).
[[gnu::noinline]] inline const std::function<void()>* openHandover(const std::shared_ptr<Handover>& handover)
{
    const Handover& opened = *handover;
    return opened.made.load(std::memory_order_acquire) ? &opened.call : nullptr;
}

}  // namespace detail

/// Runs `call` on the thread where `object` lives, when that thread comes to it; not at all if the object is
/// gone by then. Calls of one thread keep their order.
inline void callOnThreadOf(QObject* object, std::function<void()> call)
{
    auto handover = std::make_shared<detail::Handover>();
    handover->call = std::move(call);
    handover->made.store(true, std::memory_order_release);
    QMetaObject::invokeMethod(
        object,
        [handover = std::move(handover)] {  // moved: `call` and what it holds end on that thread too
            if (const auto* sent = detail::openHandover(handover))
                (*sent)();
        },
        Qt::QueuedConnection);
}

}  // namespace glyphscope
