// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace glyphscope {

/// Runs `call` on the thread where `object` lives, when that thread comes to it; not at all if the object is
/// gone by then. Calls of one thread keep their order.
inline void callOnThreadOf(QObject* object, std::function<void()> call)
{
    struct Handover {
        std::function<void()> call;
        std::atomic<bool> made = false;
    };
    // Qt's queue orders the threads, but not where ThreadSanitizer sees it. This pair of atomics does, so
    // that it can check all the rest.
    auto handover = std::make_shared<Handover>();
    handover->call = std::move(call);
    handover->made.store(true, std::memory_order_release);
    QMetaObject::invokeMethod(
        object,
        [handover = std::move(handover)] {  // moved: `call` and what it holds end on that thread too
            if (handover->made.load(std::memory_order_acquire))
                handover->call();
        },
        Qt::QueuedConnection);
}

}  // namespace glyphscope
