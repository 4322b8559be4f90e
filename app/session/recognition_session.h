// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/mailbox.h"
#include "model/recognition/recognizer.h"
#include "model/types/drawing.h"
#include "model/types/number_reading.h"
#include "model/types/prediction.h"
#include "model/types/stages.h"
#include "model/types/state_dict.h"

#include <QtCore/QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace glyphscope {

/// Answers "what is this drawing?" off the GUI thread. Lives on the GUI thread and signals there.
/// Only the newest request is kept waiting, and since one worker answers through one queue, no answer is
/// followed by an older one.
class RecognitionSession : public QObject {
    Q_OBJECT
public:
    /// Makes a reader of weights; called on the worker thread.
    using MakeRecognizer = std::function<std::unique_ptr<Recognizer>(const StateDict&)>;

    explicit RecognitionSession(QObject* parent = nullptr);
    ~RecognitionSession() override;  // stops and joins within one inference

    /// Reads `drawing` as soon as the worker is free.
    void recognize(Drawing drawing);
    /// Whether the stages that were signalled last are those of the newest drawing.
    [[nodiscard]] bool upToDate() const { return m_normalized == m_newest.drawingNumber; }

    /// Reads with these weights from now on, and the newest drawing again at once. Until it was called the
    /// first time a drawing is normalised only. The answer is readerMade() or readerRefused() with the number
    /// that is returned, unless another call comes before the worker gets to it.
    std::uint64_t useWeights(MakeRecognizer make, std::shared_ptr<const StateDict> weights);

    /// The user's hooks from now on; the newest drawing is read again at once.
    void setHooks(std::vector<HookSpec> hooks);

    /// From now on a drawing may be several characters, divided as `options` say; the readings are of that
    /// in `focus`, of -1 of the one that was written last.
    void divide(NumberOptions options, int focus);

    /// While a network is trained beside it, a pen's drawing is read a few dozen times a second at most.
    void throttle(bool training);

    /// Whether hooksCalled() is wanted: nothing is logged for nobody.
    void wantHookEvents(bool wanted);

Q_SIGNALS:
    void normalized(const glyphscope::Stages& stages);
    /// Before the stages and the reading of the character in focus: what the drawing was divided into. Only
    /// after divide() was called, and of a drawing with ink.
    void divided(const std::shared_ptr<const glyphscope::NumberReading>& number, int focus);
    void recognized(const std::shared_ptr<const glyphscope::Reading>& reading);
    void hooksCalled(const std::vector<glyphscope::HookEvent>& events);
    /// The reader of that useWeights() reads from now on.
    void readerMade(std::uint64_t number);
    /// It could not be made: the one before it still reads.
    void readerRefused(std::uint64_t number, const QString& message);
    /// The drawing could not be read, or the hooks not put in.
    void failed(const QString& message);
    /// After failed(): a drawing was read, with the hooks.
    void recovered();

private:
    struct Request {
        Drawing drawing;
        std::uint64_t drawingNumber = 0;
        MakeRecognizer make;
        std::shared_ptr<const StateDict> weights;
        std::uint64_t weightsNumber = 0;  // counts useWeights(): the same weights may get another reader
        std::shared_ptr<const std::vector<HookSpec>> hooks;  // null: never any
        std::uint64_t hooksNumber = 0;
        bool wantEvents = false;
        bool throttled = false;
        std::optional<NumberOptions> division;
        int focus = -1;
    };

    void work(std::stop_token stop);
    [[nodiscard]] bool attempt(const std::function<void()>& part);
    void refreshRecognizer(const Request& request);
    void refreshHooks(const Request& request);
    void answer(const Request& request);
    /// The character in focus, a drawing of its own.
    [[nodiscard]] Drawing focused(const Request& request);

    // GUI thread only
    Request m_newest;
    std::uint64_t m_normalized = 0;  // the drawing of the stages signalled last
    // worker thread only
    std::unique_ptr<Recognizer> m_recognizer;
    std::function<std::unique_ptr<Recognizer>()> m_makeAnother;  // of the weights that read
    std::unique_ptr<Recognizer> m_divider;  // without the user's hooks, which would hear of every candidate
    std::shared_ptr<const NumberReading> m_number;  // what was divided last: a page takes a while
    std::uint64_t m_numberDrawing = 0;              // its drawing and division
    NumberOptions m_numberOptions;
    std::uint64_t m_weightsTried = 0;
    std::uint64_t m_hooksTried = 0;
    bool m_hooksFine = true;
    bool m_fine = true;
    // shared
    Mailbox<Request> m_requests;
    std::jthread m_worker;  // last member: joins before the rest goes
};

}  // namespace glyphscope
