// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/inspection_session.h"

#include "app/session/gui_call.h"
#include "app/text/message_text.h"
#include "model/inspection/explain_unit.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kBins = 64;

std::vector<ParameterStatistics> measure(const StateDict& weights,
                                         const std::map<std::string, double>& gradientNorms)
{
    std::vector<ParameterStatistics> all;
    for (const NamedTensor& tensor : weights.tensors) {
        all.push_back({tensor.name, statisticsOf(tensor.values), histogramOf(tensor.values, kBins), {}});
        if (const auto norm = gradientNorms.find(tensor.name); norm != gradientNorms.end())
            all.back().gradientNorm = norm->second;
    }
    return all;
}

/// The same for weights of the same shapes.
std::uint64_t shapesOf(const StateDict& weights)
{
    std::uint64_t hash = weights.tensors.size();
    for (const NamedTensor& tensor : weights.tensors)
        hash = hash * 0x100000001b3 + tensor.values.size();
    return hash;
}

}  // namespace

InspectionSession::InspectionSession(QObject* parent)
    : QObject(parent), m_worker([this](std::stop_token stop) { work(stop); })
{
}

InspectionSession::~InspectionSession() = default;

std::uint64_t InspectionSession::useMaker(MakeInspector make)
{
    m_newest.make = std::move(make);
    ++m_newest.makerNumber;
    put();
    return m_newest.makerNumber;
}

void InspectionSession::setGradientFlow(const GradientFlow& flow)
{
    m_newest.gradientNorms.clear();
    for (const GradientFlow::Parameter& parameter : flow.parameters)
        m_newest.gradientNorms[parameter.name] = parameter.gradient;
}

void InspectionSession::useWeights(std::shared_ptr<const StateDict> weights)
{
    m_newest.weights = std::move(weights);
    ++m_newest.weightsNumber;
    put();
}

void InspectionSession::setHooks(std::vector<HookSpec> hooks)
{
    m_newest.hooks = std::make_shared<const std::vector<HookSpec>>(std::move(hooks));
    ++m_newest.hooksNumber;
    ++m_newest.askedNumber;
    put();
}

void InspectionSession::setReading(std::shared_ptr<const Reading> reading)
{
    m_newest.reading = std::move(reading);
    ++m_newest.readingNumber;
    put();
}

void InspectionSession::throttle(bool training)
{
    m_newest.throttled = training;
    put();
}

void InspectionSession::wantDescription(bool wanted)
{
    m_newest.description = wanted;
    put();
}

void InspectionSession::wantParameters(bool wanted)
{
    m_newest.parameters = wanted;
    put();
}

void InspectionSession::wantUnit(std::optional<UnitAddress> unit)
{
    m_newest.unit = std::move(unit);
    ++m_newest.unitNumber;
    put();
}

void InspectionSession::wantGradients(std::optional<ClassTarget> target)
{
    m_newest.gradients = target;
    ++m_newest.gradientsNumber;
    ++m_newest.askedNumber;
    put();
}

void InspectionSession::wantAttributions(std::vector<AttributionOptions> wanted)
{
    m_newest.attributions = std::move(wanted);
    ++m_newest.askedNumber;
    put();
}

void InspectionSession::wantHookEvents(bool wanted)
{
    m_newest.hookEvents = wanted;
    put();
}

void InspectionSession::sweep(std::string module)
{
    m_newest.sweepModule = std::move(module);
    ++m_newest.sweepNumber;
    put();
}

void InspectionSession::measureActivity(std::function<Dataset()> load)
{
    m_newest.loadImages = std::move(load);
    ++m_newest.activityNumber;
    put();
}

void InspectionSession::put()
{
    if (m_newest.weights && m_newest.make)
        m_requests.put(m_newest);
}

void InspectionSession::work(std::stop_token stop)
{
    while (auto request = m_requests.take(stop)) {
        notePace(*request);
        while (!stop.stop_requested()) {
            const bool worked = doNext(*request, stop);
            if (!worked && !m_waitsUntil)
                break;
            if (!worked)
                endBusy();
            if (auto newer = worked ? m_requests.tryTake() : m_requests.takeUntil(*m_waitsUntil, stop)) {
                request = std::move(newer);
                notePace(*request);
            }
        }
        endBusy();
    }
}

void InspectionSession::endBusy()
{
    if (std::exchange(m_busy, false))
        callOnThreadOf(this, [this] { Q_EMIT busyChanged(false); });
}

/// Another drawing and other questions are what the user does; other weights come by themselves.
void InspectionSession::notePace(const Request& request)
{
    const Glyph glyph = request.reading ? request.reading->glyph : Glyph{};
    if (glyph == m_pacedGlyph && request.askedNumber == m_pacedAsked)
        return;
    m_pacedGlyph = glyph;
    m_pacedAsked = request.askedNumber;
    m_pace.ask(Throttle::Time::clock::now(), request.attributions.size() + (request.gradients ? 1 : 0));
}

bool InspectionSession::doNext(const Request& request, std::stop_token stop)
{
    m_waitsUntil.reset();
    try {
        return doQuickParts(request) || doSlowParts(request, stop);
    } catch (const std::exception& error) {
        const bool refused = std::exchange(m_making, false);
        if (!stop.stop_requested())
            callOnThreadOf(this, [this, part = m_part, message = errorText(error), refused,
                                  maker = request.makerNumber] {
                if (refused)
                    Q_EMIT inspectorRefused(maker, message);
                if (!refused || part != Part::Description)
                    Q_EMIT failed(part, message);
            });
        return true;  // the part that failed counts as done
    }
}

bool InspectionSession::once(Part part, Key& done, Key key, const std::function<void()>& work)
{
    if (done == key)
        return false;
    m_part = part;
    done = std::move(key);  // also when it fails: not tried again for the same request
    work();
    return true;
}

bool InspectionSession::doQuickParts(const Request& r)
{
    const bool drawn = r.reading && !r.reading->modules.empty();
    if (r.description && once(Part::Description, m_described, {r.makerNumber, shapesOf(*r.weights)}, [&] {
            callOnThreadOf(this, [this, result = inspector(r).describe()] { Q_EMIT described(result); });
        }))
        return true;
    if (r.unit && drawn &&
        once(Part::Unit, m_explained, {r.weightsNumber, r.readingNumber, r.unitNumber}, [&] {
            if (isReadingOf(*r.weights, *r.reading))  // else the weights' own comes next
                callOnThreadOf(this, [this, result = explainUnit(*r.reading, *r.weights, *r.unit)] {
                    Q_EMIT unitExplained(result);
                });
        }))
        return true;
    return r.parameters && doParameters(r);
}

bool InspectionSession::doParameters(const Request& r)
{
    const Throttle::Time begin = Throttle::Time::clock::now();
    if (r.throttled && begin < m_measurePace.due() && m_measured != Key{r.weightsNumber}) {
        waitUntil(m_measurePace.due());
        return false;
    }
    const bool worked = once(Part::Parameters, m_measured, {r.weightsNumber}, [&] {
        callOnThreadOf(this, [this, result = measure(*r.weights, r.gradientNorms)] {
            Q_EMIT parametersMeasured(result);
        });
    });
    if (worked)
        m_measurePace.done(begin, Throttle::Time::clock::now());
    return worked;
}

void InspectionSession::waitUntil(Throttle::Time due)
{
    m_waitsUntil = m_waitsUntil ? std::min(*m_waitsUntil, due) : due;
}

bool InspectionSession::doSlowParts(const Request& r, std::stop_token stop)
{
    const bool drawn = r.reading && !r.reading->modules.empty();
    if (r.sweepNumber > 0 && drawn && once(Part::Sweep, m_swept, {r.sweepNumber}, [&] {
            callOnThreadOf(this, [this, result = inspector(r).sweepChannels(r.reading->glyph, r.sweepModule,
                                                                            stop)] { Q_EMIT swept(result); });
        }))
        return true;
    if (r.activityNumber > 0 && once(Part::Activity, m_activity, {r.activityNumber}, [&] {
            callOnThreadOf(this, [this, result = inspector(r).activity(r.loadImages(), stop)] {
                Q_EMIT activityMeasured(result);
            });
        }))
        return true;
    return drawn && doPacedParts(r, stop);
}

bool InspectionSession::doPacedParts(const Request& r, std::stop_token stop)
{
    const Throttle::Time begin = Throttle::Time::clock::now();
    if (r.throttled && begin < m_pace.due() && (r.gradients || !r.attributions.empty())) {
        waitUntil(m_pace.due());
        return false;
    }
    const Key now{r.makerNumber, r.weightsNumber, r.hooksNumber, r.readingNumber, r.gradientsNumber};
    const bool worked =
        (r.gradients && once(Part::Gradients, m_gradients, now,
                             [&] {
                                 callOnThreadOf(this, [this, result = inspector(r).gradients(r.reading->glyph,
                                                                                             *r.gradients)] {
                                     Q_EMIT gradientsRead(result);
                                 });
                                 takeHookEvents(r);
                             })) ||
        doAttributions(r, stop);
    if (worked)
        m_pace.done(begin, Throttle::Time::clock::now());
    return worked;
}

bool InspectionSession::doAttributions(const Request& r, std::stop_token stop)
{
    const Key now{r.makerNumber, r.weightsNumber, r.hooksNumber, r.readingNumber};
    const AttributionOptions* options = nextAttribution(r, now);
    if (options == nullptr)
        return false;
    if (!std::exchange(m_busy, true))
        callOnThreadOf(this, [this] { Q_EMIT busyChanged(true); });
    m_part = Part::Attributions;
    std::erase_if(m_attributed, [&](const Attributed& a) { return a.options == *options; });
    m_attributed.push_back({*options, now});
    callOnThreadOf(this, [this, result = inspector(r).attribute(r.reading->glyph, *options, stop)] {
        Q_EMIT attributed(result);
    });
    takeHookEvents(r);
    return true;
}

/// The one that waits longest: weights that change all the time must not keep the last from their turn.
const AttributionOptions* InspectionSession::nextAttribution(const Request& r, const Key& now) const
{
    const AttributionOptions* next = nullptr;
    auto nextDone = m_attributed.end();
    for (const AttributionOptions& options : r.attributions) {
        const auto done = std::ranges::find(m_attributed, options, &Attributed::options);
        if (done == m_attributed.end())
            return &options;
        if (done->key != now && done < nextDone) {
            next = &options;
            nextDone = done;
        }
    }
    return next;
}

Inspector& InspectionSession::inspector(const Request& request)
{
    const Key wanted{request.makerNumber, request.weightsNumber};
    if (!m_inspector || m_inspectorOf != wanted) {
        m_inspectorOf = wanted;
        m_inspector.reset();  // should the new one not be made, the old one must not answer for it
        m_making = true;
        m_inspector = request.make(*request.weights);
        m_making = false;
        m_inspectorHooks = 0;
        if (std::exchange(m_makerUsed, request.makerNumber) != request.makerNumber)
            callOnThreadOf(this, [this, maker = request.makerNumber] { Q_EMIT inspectorMade(maker); });
    }
    if (request.hooks && m_inspectorHooks != request.hooksNumber) {
        m_inspectorHooks = request.hooksNumber;
        m_inspector->setHooks(*request.hooks);
    }
    return *m_inspector;
}

void InspectionSession::takeHookEvents(const Request& request)
{
    const std::vector<HookEvent> events = m_inspector->takeHookEvents();
    if (request.hookEvents && !events.empty())
        callOnThreadOf(this, [this, events] { Q_EMIT hooksCalled(events); });
}

}  // namespace glyphscope
