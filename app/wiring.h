// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/canvas_autosave.h"
#include "app/controllers/data_controller.h"
#include "app/controllers/evaluation_controller.h"
#include "app/controllers/runs_controller.h"
#include "app/controllers/samples_controller.h"
#include "app/controllers/training_controller.h"
#include "app/controllers/weights_controller.h"
#include "app/session/engine_session.h"
#include "app/session/inspection_session.h"
#include "app/session/reading_frames.h"
#include "app/session/recognition_session.h"
#include "app/session/task_session.h"
#include "app/settings/settings.h"
#include "app/settings/start_guard.h"
#include "model/types/labelled_drawing.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QImage;
class QMimeData;

namespace glyphscope {

class MainWindow;

/// The map of the program: every connection between the window and the sessions. Lives on the GUI thread,
/// owns the sessions.
class Wiring : public QObject {
    Q_OBJECT

public:
    /// Settings are read from and written to `settingsPath`.
    Wiring(MainWindow& window, QString settingsPath);
    ~Wiring() override;

    /// Loads the engine once the window was painted for the first time: it is there at once, LibTorch later.
    void loadEngineAfterFirstPaint(const std::filesystem::path& module);

    /// Opens the first of `paths`, as if it had been dropped.
    void openFiles(const QStringList& paths);

private:
    // wiring.cpp
    void applySettings();
    void keepSettings();
    void restoreTraining();
    void connectRecognition();
    void connectEngine();
    void connectWeights();
    void connectLifecycle();
    void connectTraining();
    void showReading(const Reading& reading);
    [[nodiscard]] std::vector<ReadingFrames::View> readingViews();
    void showNetwork(const Reading& reading);
    void engineReady();

    // wiring_files.cpp
    void connectFiles();
    void askForDrawing();
    void askWhereToSave();
    void askForWeights();
    void askWhereToSaveWeights();
    void saveWeights(const QString& path);
    void askWhereToSaveLog(const QString& csv);
    void paste();
    void copy();
    void saveTo(const QString& path);
    void showDrawings(const QString& file, std::vector<LabelledDrawing> drawings);
    void turnTo(std::size_t index);
    void leaveFile();
    void openImage(const QString& name, const QImage& image, const std::string& truth = {});
    void openDrawings(const QString& path);
    void openWeights(const QString& path);

    // wiring_inspection.cpp
    void connectInspection();
    void connectModuleView();
    void connectParameters();
    void connectHooks();
    void connectDevices();
    void useHooks(const std::vector<HookSpec>& hooks);
    void restoreInspection();
    void connectWhy();
    void showModule(const Reading& reading);
    void inspectReading(const Reading& reading);
    void explainUnit();
    void showReceptiveField(const std::optional<Box>& field);
    void showOverlay();
    void inspectionFailed(InspectionSession::Part part, const QString& message);
    void useDevice(const QString& device);
    void finishMove();
    void refused(const QString& message);
    void showDevices();

    void useWeights(const std::shared_ptr<const StateDict>& weights, const QString& description);
    void readWith(std::shared_ptr<const StateDict> weights);
    void makeReaders();  // of the weights in use, on the device in use or the one to be moved to
    [[nodiscard]] const std::string& readersDevice() const { return m_move ? m_move->device : m_device; }

    MainWindow& m_window;
    const QString m_settingsPath;
    const StartGuard m_startGuard;
    Settings m_settings;

    // the file that is paged through
    QString m_file;
    std::vector<LabelledDrawing> m_drawings;
    std::size_t m_index = 0;
    bool m_turning = false;  // the canvas changes because a page was turned, not because somebody drew

    // what the inspection shows
    std::string m_device = "cpu";  // where the readers are
    /// To another device, until both readers are there or one of them cannot be.
    struct Move {
        std::string device;
        bool readerMade = false;
        bool inspectorMade = false;
    };
    std::optional<Move> m_move;
    std::uint64_t m_readerNumber = 0;  // of the newest ones that were asked for
    std::uint64_t m_inspectorNumber = 0;
    Stages m_stages;  // of the newest drawing
    bool m_moduleSeen = false;
    bool m_parametersSeen = false;
    bool m_flowSeen = false;
    std::optional<Attribution> m_overlay;
    std::optional<Box> m_receptiveField;

    EngineSession m_engine;
    RecognitionSession m_recognition;
    InspectionSession m_inspection;
    TaskSession m_tasks;
    WeightsController m_weights;
    SamplesController m_samples;
    DataController m_data;
    TrainingController m_training;
    RunsController m_runs;
    EvaluationController m_numbers;
    CanvasAutosave m_ink;
    ReadingFrames m_readingFrames;
};

}  // namespace glyphscope
