// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/inspection_session.h"
#include "app/session/reading_frames.h"
#include "model/types/drawing.h"
#include "model/types/network_spec.h"
#include "model/types/stages.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QWidget;

namespace glyphscope {

class AnswerPanel;
class Canvas;
class EngineSession;
class FileDialogs;
class GradientFlowStrip;
class HookPanel;
class ModuleView;
class NetworkStrip;
class NoticeBar;
class ParameterPanel;
class RecognitionSession;
class TaskSession;
class TrainingController;
class WhyPanel;
struct Settings;

/// Takes the network and the newest reading apart: modules, parameters, hooks, why. Only what is seen is
/// asked for. Lives on the GUI thread.
class InspectionController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AnswerPanel& answer;
        Canvas& canvas;
        NetworkStrip& network;
        ModuleView& module;
        ParameterPanel& parameters;
        GradientFlowStrip& gradientFlow;
        HookPanel& hooks;
        WhyPanel& why;
        NoticeBar& notices;
        FileDialogs& dialogs;
        TaskSession& disk;
        EngineSession& engine;
        RecognitionSession& recognition;
        InspectionSession& inspection;
        TrainingController& trainer;
    };

    explicit InspectionController(const Parts& parts);

    /// Hooks come back as they were, which is said: they change answers.
    void restore(const Settings& settings);
    void keep(Settings& settings) const;
    void setEngineReady();
    /// The network in use. Hooks on modules that it does not have wait for one that does.
    void setNetwork(const NetworkSpec& network);
    void showReading(const std::shared_ptr<const Reading>& reading);
    /// That of the drawing which the readings are of; none: all of it.
    void setCharacter(const std::optional<Drawing>& character) { m_character = character; }
    /// While a network is trained beside it, what a training is slowed by is done less often.
    void throttle(bool training);

Q_SIGNALS:
    void latencyChanged(const QString& text);
    void panelWanted(QWidget* panel);  ///< to be seen

private:
    void connectModule();
    void connectParameters();
    void connectHooks();
    void connectWhy();
    [[nodiscard]] std::vector<ReadingFrames::View> views();
    void showNetwork(const std::shared_ptr<const Reading>& reading);
    void showModule(const std::shared_ptr<const Reading>& reading);
    void showParameters(const std::shared_ptr<const Reading>& reading);
    void inspect(const std::shared_ptr<const Reading>& reading);
    void useHooks(const std::vector<HookSpec>& all);
    [[nodiscard]] std::vector<HookSpec> ofThisNetwork(const std::vector<HookSpec>& hooks) const;
    void tellOfHooks();
    void sayHooksNeedEngine();
    void wantGradientFlow();
    void explainUnit();
    void showReceptiveField(const std::optional<Box>& field);
    void showOverlay();
    void failed(InspectionSession::Part part, const QString& message);
    void askWhereToSaveLog(const QString& csv);

    const Parts m_parts;
    Stages m_stages;  // of the newest drawing
    std::optional<Drawing> m_character;
    std::set<std::string> m_modules;  // of the network; none: not known
    bool m_engineFailed = false;
    bool m_moduleSeen = false;
    bool m_parametersSeen = false;
    bool m_flowSeen = false;
    std::optional<Attribution> m_overlay;
    std::optional<Box> m_receptiveField;
    ReadingFrames m_frames;
};

}  // namespace glyphscope
