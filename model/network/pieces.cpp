// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/pieces.h"

#include <ATen/Parallel.h>
#include <ATen/ThreadLocalState.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

#ifdef __linux__
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace glyphscope {
namespace {

/// Pieces of one piece of work after another, for threads that wait for them.
class Helpers {
public:
    void share(std::int64_t count, const std::function<void(std::int64_t)>& piece);
    void help();  // until end()
    void end();

private:
    // What is to be taken next: the number of the work, how many pieces it has, and the next of them. In one
    // word, so that a thread that comes late takes nothing of the work that came after.
    static constexpr int kBits = 20;
    static constexpr std::uint64_t kMask = (std::uint64_t{1} << kBits) - 1;

    bool takeOne(bool helping);
    void run(std::int64_t piece);

    std::atomic<std::uint64_t> m_next = 0;
    std::atomic<int> m_done = 0;   // pieces of the present work
    std::atomic<int> m_works = 0;  // that there have been; what sleepers watch
    std::atomic<bool> m_ended = false;

    // of the present work, written before it is there to be taken
    std::uint64_t m_number = 0;
    const std::function<void(std::int64_t)>* m_piece = nullptr;
    std::optional<at::ThreadLocalState> m_modes;

    std::mutex m_failing;
    std::int64_t m_failed = -1;  // the first piece that threw
    std::exception_ptr m_error;
};

// ThreadSanitizer does not see into libgomp: that threads begin after what came before them, and what comes
// after waits for them, it has to be told.
#ifdef __SANITIZE_THREAD__
char handedOver;
void handOver()
{
    __tsan_release(&handedOver);
}
void takeOver()
{
    __tsan_acquire(&handedOver);
}
#else
void handOver()
{
}
void takeOver()
{
}
#endif

/// Around the work of others, in the thread that has them work.
struct Lending {
    Lending() { handOver(); }
    ~Lending() { takeOver(); }
    Lending(const Lending&) = delete;
    Lending& operator=(const Lending&) = delete;
};

/// Around the work of a thread.
struct Lent {
    Lent() { takeOver(); }
    ~Lent() { handOver(); }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
};

/// Calls work(begin, end) for all of 0 to `threads` in as many threads as LibTorch lends.
void inThreads(std::int64_t threads, const std::function<void(std::int64_t, std::int64_t)>& work)
{
    const Lending lending;
    const auto lent = [&work](std::int64_t begin, std::int64_t end) __attribute__((no_sanitize("thread")))
    {
        const Lent here;  // `work` itself is read before
        work(begin, end);
    };
    at::parallel_for(0, threads, 1, lent);
}

/// In a thread that has been lent, LibTorch's libraries are to count on that one alone: oneDNN's kernels
/// would wait forever for the others that they were made for. Forgotten with the loan.
void countOnThisThreadAlone()
{
#ifdef _OPENMP
    if (!at::in_parallel_region())
        return;
    at::internal::lazy_init_num_threads();  // which would set it later
    omp_set_num_threads(1);
#endif
}

/// While it lives the scheduler gives the thread its time in short slices, as much as before: one that has
/// slept runs at once, where it would wait for a busy program's slice to end. Linux 6.12 and later; others
/// leave it as it is.
class ShortSlices {
public:
    ShortSlices() { ask(kSlice); }
    ~ShortSlices() { ask(0); }
    ShortSlices(const ShortSlices&) = delete;
    ShortSlices& operator=(const ShortSlices&) = delete;

private:
    static constexpr std::uint64_t kSlice = 100'000;  // ns

    static void ask([[maybe_unused]] std::uint64_t nanoseconds)
    {
#if defined(__linux__) && defined(SYS_sched_setattr)
        struct {
            std::uint32_t size, policy;
            std::uint64_t flags;
            std::int32_t nice;
            std::uint32_t priority;
            std::uint64_t runtime, deadline, period;
        } attributes{};
        attributes.size = sizeof attributes;
        if (::sched_getscheduler(0) != SCHED_OTHER)
            return;                                        // the user's choice
        attributes.nice = ::getpriority(PRIO_PROCESS, 0);  // of this thread
        attributes.runtime = nanoseconds;                  // 0: as usual
        (void)::syscall(SYS_sched_setattr, 0, &attributes, 0);
#endif
    }
};

thread_local Helpers* helpersHere = nullptr;  // of the thread that may share out

/// While it lives the thread has `helpers`, or none.
class Having {
public:
    explicit Having(Helpers* helpers) : m_before(helpersHere) { helpersHere = helpers; }
    ~Having() { helpersHere = m_before; }
    Having(const Having&) = delete;
    Having& operator=(const Having&) = delete;

private:
    Helpers* m_before;
};

void Helpers::run(std::int64_t piece)
{
    const Having none(nullptr);
    try {
        (*m_piece)(piece);
    } catch (...) {
        const std::lock_guard lock(m_failing);
        if (m_failed < 0 || piece < m_failed) {
            m_failed = piece;
            m_error = std::current_exception();
        }
    }
}

bool Helpers::takeOne(bool helping)
{
    std::uint64_t next = m_next.load(std::memory_order_acquire);
    std::uint64_t count = 0;
    do {
        count = next >> kBits & kMask;
        if ((next & kMask) >= count)
            return false;
    } while (!m_next.compare_exchange_weak(next, next + 1, std::memory_order_acq_rel));
    // It cannot end before this piece is done: what is written of it stays.
    const auto piece = static_cast<std::int64_t>(next & kMask);
    if (helping) {
        const at::ThreadLocalStateGuard guard(*m_modes);
        run(piece);
    } else {
        run(piece);
    }
    if (m_done.fetch_add(1, std::memory_order_acq_rel) + 1 == static_cast<int>(count))
        m_done.notify_one();
    return true;
}

void Helpers::share(std::int64_t count, const std::function<void(std::int64_t)>& piece)
{
    TORCH_CHECK(count <= static_cast<std::int64_t>(kMask), "too many pieces");
    m_piece = &piece;
    m_modes.emplace();
    m_done.store(0, std::memory_order_relaxed);
    ++m_number;
    m_next.store(m_number << 2 * kBits | static_cast<std::uint64_t>(count) << kBits,
                 std::memory_order_release);
    m_works.fetch_add(1, std::memory_order_release);
    m_works.notify_all();
    while (takeOne(false)) {
    }
    for (int done = m_done.load(std::memory_order_acquire); done != count;
         done = m_done.load(std::memory_order_acquire))
        m_done.wait(done, std::memory_order_acquire);
    if (m_failed >= 0) {
        m_failed = -1;
        std::rethrow_exception(std::exchange(m_error, nullptr));
    }
}

void Helpers::help()
{
    while (!m_ended.load(std::memory_order_acquire)) {
        const int works = m_works.load(std::memory_order_acquire);
        if (!takeOne(true))
            m_works.wait(works, std::memory_order_acquire);
    }
}

void Helpers::end()
{
    m_ended.store(true, std::memory_order_release);
    m_works.fetch_add(1, std::memory_order_release);
    m_works.notify_all();
}

}  // namespace

void withHelpers(int threads, const std::function<void()>& work)
{
    if (threads <= 1 || helpersHere != nullptr || at::in_parallel_region()) {
        work();
        return;
    }
    Helpers helpers;
    // Threads that LibTorch lends for as long as the work takes: where it lends fewer, the first of them does
    // the work, and finds nothing left to help with.
    inThreads(threads, [&](std::int64_t begin, std::int64_t end) {
        countOnThisThreadAlone();
        const ShortSlices slices;
        for (std::int64_t thread = begin; thread < end; ++thread) {
            if (thread > 0) {
                helpers.help();
                continue;
            }
            const Having here(&helpers);
            struct End {
                Helpers& helpers;
                ~End() { helpers.end(); }
            } const atLast{helpers};
            work();
        }
    });
}

void forPieces(std::int64_t count, const std::function<void(std::int64_t)>& piece)
{
    if (count > 1 && helpersHere != nullptr) {
        helpersHere->share(count, piece);
        return;
    }
    const std::int64_t threads =
        at::in_parallel_region() ? 1 : std::min<std::int64_t>(count, at::get_num_threads());
    std::atomic<std::int64_t> next = 0;
    const at::ThreadLocalState modes;
    const auto take = [&](std::int64_t, std::int64_t) {
        for (std::int64_t i = next++; i < count; i = next++)
            piece(i);
    };
    if (threads <= 1)
        take(0, 1);
    else
        inThreads(threads, [&](std::int64_t begin, std::int64_t end) {
            countOnThisThreadAlone();
            const at::ThreadLocalStateGuard guard(modes);
            take(begin, end);
        });
}

}  // namespace glyphscope
