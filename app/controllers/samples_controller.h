// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/sample_store.h"
#include "app/session/fine_tune_session.h"
#include "model/types/labelled_drawing.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

class AnswerPanel;
class Canvas;
class EngineSession;
class FileDialogs;
class NoticeBar;
class SamplesPanel;
class TaskSession;
class TrainingPanel;
class WeightsController;

/// My handwriting: samples kept, changed and taught to the network. Lives on the GUI thread; disk and network
/// are left to sessions.
class SamplesController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        SamplesPanel& samples;
        const TrainingPanel& training;  ///< which data is chosen, to be replayed
        AnswerPanel& answer;
        Canvas& canvas;
        NoticeBar& notices;
        FileDialogs& dialogs;
        EngineSession& engine;
        TaskSession& disk;
        TaskSession& compute;
        WeightsController& weights;
    };

    SamplesController(const Parts& parts, QString folder);
    ~SamplesController() override;

    /// Keeps the characters of a sheet as samples, all or none.
    void keepSheet(const std::vector<LabelledDrawing>& drawings);
    /// Nothing is taught while something else trains.
    void setBlocked(bool blocked) { m_blocked = blocked; }
    void setDevice(const std::string& device) { m_device = device; }
    /// What the weights that are shown say of each sample; nothing before the engine is there.
    void judge();
    /// Keeps several drawings as samples, each of the class that its truth says, until labelUndoRequested().
    void keepAll(const std::vector<LabelledDrawing>& drawings);

Q_SIGNALS:
    void countChanged(int count);
    void teachingChanged(bool teaching);

private:
    void connectAnswer();
    void connectGallery();
    void connectFineTuning();

    void refresh();
    void show(std::vector<Sample> samples);
    void keep(const QString& className);
    void takeBack();
    void relabel(const QStringList& ids, const QString& className);
    void remove(const QStringList& ids);
    void restore();
    void import();
    void importFrom(const QString& path);
    void exportAll(bool inkml);
    void exportTo(const QString& path, bool inkml);
    void fineTune(const FineTuneOptions& options);
    void taught(const std::shared_ptr<const FineTuneResult>& result);
    void change(std::function<void(const SampleStore&)> change);

    const Parts m_parts;
    const SampleStore m_store;
    std::vector<Sample> m_samples;
    std::shared_ptr<const StateDict> m_taught;  // what the last fine-tune gave
    std::vector<std::string> m_kept;            // the samples that "It was a ..." gave last
    /// Undoes the last change of the gallery.
    std::function<void(const SampleStore&)> m_undo;
    bool m_blocked = false;
    std::string m_device = "cpu";
    bool m_judging = false;
    bool m_judgeAgain = false;
    FineTuneSession m_session;
};

}  // namespace glyphscope
