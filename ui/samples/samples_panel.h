// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/fine_tune.h"
#include "model/types/sample.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace glyphscope {

class ClassChips;
class FineTuneCard;
class SampleGallery;
class SampleModel;
class UndoBar;

/// My handwriting: the user's labelled samples, to be looked through, corrected and taught to the network.
class SamplesPanel : public Panel {
    Q_OBJECT

public:
    explicit SamplesPanel(QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setSamples(const std::vector<glyphscope::Sample>& samples);
    void setClasses(const glyphscope::ClassSet& classes);  ///< of the weights in use
    /// The class that the weights in use say of each sample, in the samples' order; empty: nothing.
    void setAnswers(const std::vector<std::string>& answers);
    void setFineTuning(std::optional<double> progress);  ///< none while nothing is taught
    void setReport(const std::shared_ptr<const glyphscope::FineTuneReport>& report);
    /// What would be undone and redone; empty where there is nothing.
    /// Whether the weights of the report are in use: not after an undo, say.
    void setReportInPlace(bool inPlace);
    void setHistory(const QString& undoText, const QString& redoText);
    void setEngineReady(bool ready);
    void setProblem(const QString& problem);  ///< empty: none

Q_SIGNALS:
    void relabelRequested(const QStringList& ids, const QString& className);
    void removeRequested(const QStringList& ids);
    void restoreRequested();  ///< the last removal or relabelling undone
    void importRequested();
    void sheetRequested();                  ///< a photographed one, to be imported
    void blankSheetRequested(bool letter);  ///< to be printed, otherwise on A4
    void exportRequested(bool inkml);       ///< otherwise IDX
    void sampleChosen(const QString& id);
    void fineTuneRequested(const glyphscope::FineTuneOptions& options);
    void stopRequested();
    void undoRequested();
    void redoRequested();
    void shippedRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void refresh() override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QToolButton* makeImportButton(QWidget* head);
    [[nodiscard]] QWidget* makeUndoBar();
    [[nodiscard]] QWidget* makeEmptyPage();
    [[nodiscard]] QWidget* makeGallerySide();
    void connectParts();
    void arrange();
    void filter(const std::optional<std::string>& label);
    void offerUndo(const QString& words);

    SampleModel* m_samples;
    QLabel* m_summary = nullptr;
    QToolButton* m_all = nullptr;
    QToolButton* m_export = nullptr;
    ClassChips* m_chips = nullptr;
    UndoBar* m_undoBar = nullptr;
    QStackedWidget* m_pages = nullptr;
    SampleGallery* m_gallery = nullptr;
    FineTuneCard* m_card = nullptr;
    QScrollArea* m_cardScroll = nullptr;
    QBoxLayout* m_split = nullptr;
};

}  // namespace glyphscope
