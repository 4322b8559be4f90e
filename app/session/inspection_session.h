// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/mailbox.h"
#include "app/session/throttle.h"
#include "model/inspection/inspector.h"
#include "model/types/prediction.h"
#include "model/types/state_dict.h"
#include "model/types/unit_explanation.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace glyphscope {

/// Takes the network and the newest reading apart off the GUI thread: only what is visible, the
/// newest weights and drawing alone, the quickest answers first. Lives on the GUI thread and signals there.
class InspectionSession : public QObject {
    Q_OBJECT
public:
    /// What can be asked for.
    enum class Part { Description, Unit, Parameters, Gradients, Sweep, Activity, Attributions };

    /// Makes an inspector of weights; called on the worker thread.
    using MakeInspector = std::function<std::unique_ptr<Inspector>(const StateDict&)>;

    explicit InspectionSession(QObject* parent = nullptr);
    ~InspectionSession() override;  // stops and joins within one batch

    /// Nothing is inspected before both were called. A new maker is for another device; it is answered with
    /// inspectorMade() or inspectorRefused() and the number that is returned when an inspector is needed.
    std::uint64_t useMaker(MakeInspector make);
    void useWeights(std::shared_ptr<const StateDict> weights);
    /// Gives the parameters' gradient norms.
    void setGradientFlow(const GradientFlow& flow);
    void setHooks(std::vector<HookSpec> hooks);
    /// The newest drawing as it was read; one without modules stands for an empty canvas.
    void setReading(std::shared_ptr<const Reading> reading);

    /// While a network is trained beside it, gradients and attributions wait until the pen rests, and new
    /// weights alone bring them and the parameters' statistics up to date only now and then.
    void throttle(bool training);

    // What is wanted from now on, for every new drawing and all new weights
    void wantDescription(bool wanted);
    void wantParameters(bool wanted);
    void wantUnit(std::optional<UnitAddress> unit);
    void wantGradients(std::optional<ClassTarget> target);
    void wantAttributions(std::vector<AttributionOptions> wanted);
    void wantHookEvents(bool wanted);

    // Once
    void sweep(std::string module);
    void measureActivity(std::function<Dataset()> load);

Q_SIGNALS:
    void described(const glyphscope::NetworkDescription& description);
    void parametersMeasured(const std::vector<glyphscope::ParameterStatistics>& statistics);
    void unitExplained(const glyphscope::UnitExplanation& explanation);
    void gradientsRead(const glyphscope::GradientReading& gradients);
    void attributed(const glyphscope::Attribution& attribution);
    void swept(const glyphscope::ChannelSweep& sweep);
    void activityMeasured(const std::vector<glyphscope::ModuleActivity>& activity);
    void hooksCalled(const std::vector<glyphscope::HookEvent>& events);
    void busyChanged(bool busy);  ///< with attributions
    /// That part could not be done; it is tried again when something changes. Not said of the description
    /// where inspectorRefused() says all.
    void failed(glyphscope::InspectionSession::Part part, const QString& message);
    void inspectorMade(std::uint64_t maker);  ///< the first of that maker
    /// It could not make one: why, with that maker, nothing can be taken apart.
    void inspectorRefused(std::uint64_t maker, const QString& message);

private:
    /// Everything that settles an answer. A part with the same key as the answer given last is done.
    struct Request {
        MakeInspector make;
        std::shared_ptr<const StateDict> weights;
        std::shared_ptr<const std::vector<HookSpec>> hooks;
        std::shared_ptr<const Reading> reading;
        std::map<std::string, double> gradientNorms;
        bool description = false;
        bool parameters = false;
        std::optional<UnitAddress> unit;
        std::optional<ClassTarget> gradients;
        std::vector<AttributionOptions> attributions;
        bool hookEvents = false;
        bool throttled = false;
        std::string sweepModule;
        std::function<Dataset()> loadImages;
        // counted up by every change
        std::uint64_t makerNumber = 0;
        std::uint64_t weightsNumber = 0;
        std::uint64_t hooksNumber = 0;
        std::uint64_t readingNumber = 0;
        std::uint64_t unitNumber = 0;
        std::uint64_t gradientsNumber = 0;
        std::uint64_t askedNumber = 0;  // for other gradients or attributions
        std::uint64_t sweepNumber = 0;
        std::uint64_t activityNumber = 0;
    };
    /// The numbers of the request that a part was done for.
    using Key = std::vector<std::uint64_t>;

    void put();
    void work(std::stop_token stop);
    /// One part that is not done yet; false if there is none.
    [[nodiscard]] bool doNext(const Request& request, std::stop_token stop);
    [[nodiscard]] bool once(Part part, Key& done, Key key, const std::function<void()>& work);
    [[nodiscard]] bool doQuickParts(const Request& request);
    [[nodiscard]] bool doParameters(const Request& request);
    [[nodiscard]] bool doSlowParts(const Request& request, std::stop_token stop);
    [[nodiscard]] bool doPacedParts(const Request& request, std::stop_token stop);
    [[nodiscard]] bool doAttributions(const Request& request, std::stop_token stop);
    [[nodiscard]] const AttributionOptions* nextAttribution(const Request& request, const Key& now) const;
    void notePace(const Request& request);
    void waitUntil(Throttle::Time due);
    void endBusy();
    Inspector& inspector(const Request& request);
    void takeHookEvents(const Request& request);

    // GUI thread only
    Request m_newest;
    // worker thread only
    std::unique_ptr<Inspector> m_inspector;
    Key m_inspectorOf;
    std::uint64_t m_makerUsed = 0;
    bool m_making = false;
    std::uint64_t m_inspectorHooks = 0;
    bool m_busy = false;
    Part m_part = Part::Description;  // that is being worked at
    Key m_described, m_measured, m_explained, m_gradients, m_swept, m_activity;
    struct Attributed {
        AttributionOptions options;
        Key key;
    };
    std::vector<Attributed> m_attributed;        // that done last is last
    Throttle m_pace;                             // of gradients and attributions
    Throttle m_measurePace;                      // of the parameters
    std::optional<Throttle::Time> m_waitsUntil;  // paced parts are left
    Glyph m_pacedGlyph{};
    std::uint64_t m_pacedAsked = 0;
    // shared
    Mailbox<Request> m_requests;
    std::jthread m_worker;  // last member: joins before the rest goes
};

}  // namespace glyphscope
