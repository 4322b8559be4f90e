// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recognition_session.h"

#include "app/session/gui_call.h"
#include "app/text/message_text.h"
#include "model/numbers/read_number.h"
#include "model/preprocess/normalize.h"
#include "model/preprocess/several_digits.h"
#include "model/recognition/doubts.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::chrono::milliseconds kThrottled{33};  // from one reading to the next

/// `wanted`, where it is one of the parts; else the part that was written last.
int focusOf(const NumberReading& number, int wanted)
{
    if (wanted >= 0 && wanted < std::ssize(number.parts))
        return wanted;
    const auto newest = [](const NumberPart& part) {
        return part.pieces.empty() ? StrokePiece{} : *std::ranges::max_element(part.pieces);
    };
    const auto last = std::ranges::max_element(number.parts, {}, newest);
    return static_cast<int>(last - number.parts.begin());
}

bool changesAnswers(const std::vector<HookSpec>* hooks)
{
    return hooks != nullptr && std::ranges::any_of(*hooks, &HookSpec::changesAnswers);
}

}  // namespace

RecognitionSession::RecognitionSession(QObject* parent)
    : QObject(parent), m_worker([this](std::stop_token stop) { work(stop); })
{
}

RecognitionSession::~RecognitionSession() = default;

void RecognitionSession::recognize(Drawing drawing)
{
    m_newest.drawing = std::move(drawing);
    ++m_newest.drawingNumber;
    m_requests.put(m_newest);
}

std::uint64_t RecognitionSession::useWeights(MakeRecognizer make, std::shared_ptr<const StateDict> weights)
{
    m_newest.make = std::move(make);
    m_newest.weights = std::move(weights);
    ++m_newest.weightsNumber;
    m_requests.put(m_newest);
    return m_newest.weightsNumber;
}

void RecognitionSession::setHooks(std::vector<HookSpec> hooks)
{
    m_newest.hooks = std::make_shared<const std::vector<HookSpec>>(std::move(hooks));
    ++m_newest.hooksNumber;
    m_requests.put(m_newest);
}

void RecognitionSession::wantHookEvents(bool wanted)
{
    m_newest.wantEvents = wanted;
    m_requests.put(m_newest);
}

void RecognitionSession::divide(NumberOptions options, int focus)
{
    m_newest.division = std::move(options);
    m_newest.focus = focus;
    m_requests.put(m_newest);
}

void RecognitionSession::throttle(bool training)
{
    m_newest.throttled = training;
    m_requests.put(m_newest);
}

void RecognitionSession::work(std::stop_token stop)
{
    while (const auto request = m_requests.take(stop)) {
        const auto begin = std::chrono::steady_clock::now();
        refreshRecognizer(*request);
        if (request->hooksNumber != m_hooksTried)
            m_hooksFine = attempt([&] { refreshHooks(*request); });
        // with the weights before, if the new ones do not fit
        const bool fine = attempt([&] { answer(*request); }) && m_hooksFine;
        if (fine && !m_fine)
            callOnThreadOf(this, [this] { Q_EMIT recovered(); });
        m_fine = fine;
        if (request->throttled)
            m_requests.rest(begin + kThrottled, stop);
    }
}

bool RecognitionSession::attempt(const std::function<void()>& part)
{
    try {
        part();
        return true;
    } catch (const std::exception& error) {
        callOnThreadOf(this, [this, message = errorText(error)] { Q_EMIT failed(message); });
        return false;
    }
}

void RecognitionSession::refreshRecognizer(const Request& request)
{
    if (request.weightsNumber == m_weightsTried)
        return;
    m_weightsTried = request.weightsNumber;  // also when they do not fit: not tried again for every drawing
    const std::uint64_t number = request.weightsNumber;
    try {
        m_recognizer = request.make(*request.weights);
    } catch (const std::exception& error) {
        callOnThreadOf(this,
                       [this, number, message = errorText(error)] { Q_EMIT readerRefused(number, message); });
        return;
    }
    m_hooksTried = 0;  // the new reader has none yet
    m_makeAnother = [make = request.make, weights = request.weights] { return make(*weights); };
    m_divider.reset();
    m_number.reset();
    callOnThreadOf(this, [this, number] { Q_EMIT readerMade(number); });
}

void RecognitionSession::refreshHooks(const Request& request)
{
    if (!m_recognizer)
        return;
    m_hooksTried = request.hooksNumber;
    m_recognizer->setHooks(*request.hooks);
}

Drawing RecognitionSession::focused(const Request& request)
{
    if (!m_recognizer || !request.division || request.drawing.empty())
        return request.drawing;
    if (!m_divider)
        m_divider = m_makeAnother();
    if (!m_number || m_numberDrawing != request.drawingNumber || m_numberOptions != *request.division) {
        m_number.reset();
        m_number =
            std::make_shared<const NumberReading>(readNumber(request.drawing, *m_divider, *request.division));
        m_numberDrawing = request.drawingNumber;
        m_numberOptions = *request.division;
    }
    auto number = m_number;
    if (number->parts.size() > 1 && changesAnswers(request.hooks.get())) {
        NumberReading reading = *number;
        readPartsAgain(reading, *m_recognizer, *request.division);
        (void)m_recognizer->takeHookEvents();  // those of the reading in focus are told
        number = std::make_shared<const NumberReading>(std::move(reading));
    }
    const int focus = focusOf(*number, request.focus);
    callOnThreadOf(this, [this, number, focus] { Q_EMIT divided(number, focus); });
    return number->parts.size() > 1 ? number->parts[static_cast<std::size_t>(focus)].drawing
                                    : request.drawing;
}

void RecognitionSession::answer(const Request& request)
{
    Drawing drawing = request.drawing;
    const auto normalizeIt = [&] {
        Stages own = normalize(drawing);
        Stages shown = own;
        if (request.drawing.picture && drawing != request.drawing) {
            shown.picture = normalize(request.drawing).picture;  // how ink was found: in all of it
            if (own.picture && shown.picture && shown.picture->doubts.cutOff) {
                PictureSteps steps = *own.picture;
                steps.doubts.cutOff = true;
                own.picture = std::make_shared<const PictureSteps>(std::move(steps));
            }
        }
        callOnThreadOf(this, [this, shown, number = request.drawingNumber] {
            m_normalized = number;
            Q_EMIT normalized(shown);
        });
        return own;
    };
    try {
        drawing = focused(request);
    } catch (const std::exception&) {
        (void)normalizeIt();  // that much can be seen
        throw;
    }
    const Stages stages = normalizeIt();
    if (!m_recognizer)
        return;
    Reading reading = stages.empty ? Reading() : m_recognizer->read(stages.glyph);
    reading.prediction.several = looksLikeSeveral(drawing);
    const bool isPart = drawing != request.drawing;  // what speaks against all of a picture is not said of it
    const auto doubt = [&](Prediction& prediction) {
        if (!isPart)
            addDoubts(stages, prediction);
        else if (request.drawing.picture)
            prediction.cutOff = request.drawing.picture->cutOff;
    };
    doubt(reading.prediction);
    if (reading.withoutHooks)
        doubt(*reading.withoutHooks);
    callOnThreadOf(this, [this, read = std::make_shared<const Reading>(std::move(reading))] {
        Q_EMIT recognized(read);
    });
    const std::vector<HookEvent> events = m_recognizer->takeHookEvents();
    if (request.wantEvents && !events.empty())
        callOnThreadOf(this, [this, events] { Q_EMIT hooksCalled(events); });
}

}  // namespace glyphscope
