// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lessons/lesson_facts.h"
#include "model/types/hook_spec.h"
#include "model/types/prediction.h"
#include "model/types/training_progress.h"

#include <QtCore/QObject>

#include <map>
#include <memory>

class QWidget;

namespace glyphscope {

class AnswerPanel;
class BuildPanel;
class Canvas;
class CodePanel;
class HookPanel;
class ModuleView;
class ParameterPanel;
class RecognitionSession;
class SamplesController;
class TrainingController;
class TrainingPanel;
class WeightsController;
class WeightsFiles;

/// Gathers what the goals of lessons are checked against, from sessions, controllers and panels. Lives on
/// the GUI thread.
class LessonFactsCollector : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QWidget& window;
        Canvas& canvas;
        AnswerPanel& answer;
        ModuleView& module;
        ParameterPanel& parameters;
        HookPanel& hooks;
        BuildPanel& build;
        CodePanel& code;
        TrainingPanel& training;
        RecognitionSession& recognition;
        TrainingController& trainer;
        SamplesController& samples;
        WeightsController& weights;
        WeightsFiles& files;
    };

    explicit LessonFactsCollector(const Parts& parts);

    [[nodiscard]] LessonFacts facts() const;
    /// From now on the rows that are chosen in these are remembered, and none before.
    void watchRows(const QStringList& objectNames);
    void deviceChosen(const QString& device);
    void printed(const QString& input);

private:
    void connectReading();
    void connectTraining();
    void connectRest();
    void read(const Reading& reading);
    void runBegan();
    void snapshot(const std::shared_ptr<const StateDict>& weights);
    [[nodiscard]] ObjectFacts objectFacts(const QString& name) const;
    [[nodiscard]] std::vector<HookFacts> hookFacts() const;
    [[nodiscard]] QString nameOf(int classIndex) const;

    const Parts m_parts;
    LessonFacts m_facts;  // what has to be remembered of it
    QStringList m_classNames;
    std::map<std::uint64_t, std::int64_t> m_calls;  // by the hook's id
    std::map<std::uint64_t, std::int64_t> m_trainingCalls;
    QMap<QString, QSet<QString>> m_visited;
    bool m_paused = false;
    bool m_running = false;
    bool m_teaching = false;
    std::shared_ptr<const StateDict> m_beforeTeaching;
    std::unique_ptr<QObject> m_watch;  // of the rows
};

}  // namespace glyphscope
