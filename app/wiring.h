// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/carried.h"
#include "app/controllers/build_controller.h"
#include "app/controllers/canvas_autosave.h"
#include "app/controllers/data_controller.h"
#include "app/controllers/device_controller.h"
#include "app/controllers/document_controller.h"
#include "app/controllers/evaluation_controller.h"
#include "app/controllers/file_dialogs.h"
#include "app/controllers/hints_controller.h"
#include "app/controllers/inspection_controller.h"
#include "app/controllers/lesson_controller.h"
#include "app/controllers/number_controller.h"
#include "app/controllers/picture_controller.h"
#include "app/controllers/recognition_controller.h"
#include "app/controllers/runs_controller.h"
#include "app/controllers/samples_controller.h"
#include "app/controllers/sheet_controller.h"
#include "app/controllers/training_controller.h"
#include "app/controllers/weights_controller.h"
#include "app/controllers/weights_files.h"
#include "app/session/engine_session.h"
#include "app/session/inspection_session.h"
#include "app/session/recognition_session.h"
#include "app/session/task_session.h"
#include "app/settings/settings.h"
#include "app/settings/start_guard.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <filesystem>
#include <memory>

namespace glyphscope {

class MainWindow;

/// The map of the program: makes the sessions and the controllers, gives each controller its panels and its
/// sessions, and connects what one tells with who is to know it. Lives on the GUI thread.
class Wiring : public QObject {
    Q_OBJECT

public:
    /// Settings are read from and written to `settingsPath`.
    Wiring(MainWindow& window, QString settingsPath);
    ~Wiring() override;

    /// Loads the engine once the window was painted for the first time: it is there at once, LibTorch later.
    void loadEngineAfterFirstPaint(const std::filesystem::path& module);

    /// Ends as when the window is closed. What a training has is saved when this goes.
    [[nodiscard]] Carried leave();
    /// In place of loading the engine, if one is carried: as the window before was left.
    void takeOver(const Carried& carried);

    /// Opens the first of `paths`, as if it had been dropped.
    void openFiles(const QStringList& paths) { m_document.openFiles(paths); }

    /// Opens a lesson of one's own once the window was painted.
    void openLesson(const QString& path);

    /// Whose weights are shown.
    [[nodiscard]] const WeightsController& weights() const { return m_weights; }
    [[nodiscard]] LessonController& lessons() { return m_lessons; }
    [[nodiscard]] bool hasEngine() const { return m_engine.engine() != nullptr; }

Q_SIGNALS:
    /// By the user: its code, or empty for the system's. It is in the settings already.
    void languageChosen(const QString& code);

private:
    void applySettings();
    void keepSettings();
    void begin();
    void close();
    void chooseLanguage(const QString& code);
    void connectLifecycle();
    void connectEngine();
    void connectDocument();
    void connectWeights();
    void connectReading();
    void connectNumbers();
    void connectBuild();
    void connectTraining();
    void connectLessons();
    void engineReady();
    void useWeights(const std::shared_ptr<const StateDict>& weights, const QString& description);

    MainWindow& m_window;
    const QString m_settingsPath;
    const StartGuard m_startGuard;
    Settings m_settings;
    FileDialogs m_dialogs;

    EngineSession m_engine;
    RecognitionSession m_recognition;
    InspectionSession m_inspection;
    TaskSession m_disk;
    TaskSession m_compute;  // what takes the network a while, so that no file waits for it

    WeightsController m_weights;
    RecognitionController m_reading;
    NumberController m_numbers;
    PictureController m_pictures;
    DeviceController m_devices;
    DocumentController m_document;
    WeightsFiles m_weightsFiles;
    SamplesController m_samples;
    SheetController m_sheets;
    DataController m_data;
    TrainingController m_training;
    RunsController m_runs;
    EvaluationController m_evaluation;
    InspectionController m_inspector;
    BuildController m_build;
    HintsController m_hints;
    LessonController m_lessons;
    CanvasAutosave m_autosave;
    QString m_interruptedRun;  // to be resumed when the engine is there
    bool m_teaching = false;   // a fine-tune is under way
};

}  // namespace glyphscope
