// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samples_panel.h"

#include "ui/samples/class_chips.h"
#include "ui/samples/fine_tune_card.h"
#include "ui/samples/report_text.h"
#include "ui/samples/sample_gallery.h"
#include "ui/samples/sample_model.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/widgets/undo_bar.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kSideBySide = 720;  ///< width from which the card stands beside the gallery
constexpr int kCardWidth = 380;

/// As high as its content, where there is room.
class FittingScroll : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize sizeHint() const override
    {
        const int wide = viewport()->width();
        const int high =
            widget()->hasHeightForWidth() ? widget()->heightForWidth(wide) : widget()->sizeHint().height();
        return {widget()->sizeHint().width(), high};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {widget()->minimumSizeHint().width(), std::min(140, sizeHint().height())};
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
    void resizeEvent(QResizeEvent* event) override
    {
        QScrollArea::resizeEvent(event);
        if (event->oldSize().width() != event->size().width())
            updateGeometry();
    }
};

QToolButton* makePanelButton(const QString& name, const QString& text, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    return button;
}

}  // namespace

SamplesPanel::SamplesPanel(QWidget* parent)
    : Panel(u"samplesPanel"_s, tr("My handwriting"), parent), m_samples(new SampleModel(this))
{
    m_card = new FineTuneCard(this);
    m_cardScroll = new FittingScroll(this);
    m_cardScroll->setObjectName(u"samplesScroll"_s);
    m_cardScroll->setFrameShape(QFrame::NoFrame);
    m_cardScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cardScroll->setWidgetResizable(true);
    m_cardScroll->setWidget(m_card);

    m_split = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_split->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kPadding);
    m_split->setSpacing(metrics::kGap);
    m_split->setSizeConstraint(QLayout::SetNoConstraint);  // side by side it can still be made narrow again
    m_split->addWidget(makeGallerySide(), 1);
    m_split->addWidget(m_cardScroll);
    connectParts();
    arrange();
    refresh();
}

QSize SamplesPanel::minimumSizeHint() const
{
    int wide = 0;
    for (int i = 0; i < m_split->count(); ++i)
        wide = std::max(wide, m_split->itemAt(i)->widget()->minimumSizeHint().width());
    const QMargins margins = m_split->contentsMargins();
    return {wide + margins.left() + margins.right(), m_split->totalMinimumSize().height()};
}

QWidget* SamplesPanel::makeGallerySide()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap);
    m_chips = new ClassChips(this);
    m_gallery = new SampleGallery(m_samples, this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(m_gallery);
    column->addWidget(makeHead());
    column->addWidget(m_chips);
    column->addWidget(makeUndoBar());
    column->addWidget(m_pages, 1);
    return side;
}

QWidget* SamplesPanel::makeHead()
{
    auto* head = new QWidget(this);
    m_summary = new QLabel(head);
    m_summary->setObjectName(u"samplesSummary"_s);
    m_summary->setWordWrap(true);
    m_all = makePanelButton(u"samplesAll"_s, tr("Show all"), tr("Samples of every class"), head);
    m_export =
        makePanelButton(u"samplesExport"_s, tr("Export"), tr("All samples, to InkML or IDX files"), head);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_export);
    connect(menu->addAction(tr("As InkML, the strokes")), &QAction::triggered, this,
            [this] { Q_EMIT exportRequested(true); });
    connect(menu->addAction(tr("As IDX files, the images")), &QAction::triggered, this,
            [this] { Q_EMIT exportRequested(false); });
    m_export->setMenu(menu);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_summary, 1);
    for (QToolButton* button : {m_all, makeImportButton(head), m_export})
        row->addWidget(button);
    connect(m_all, &QToolButton::clicked, this, [this] { filter(std::nullopt); });
    return head;
}

QToolButton* SamplesPanel::makeImportButton(QWidget* head)
{
    auto* import = makePanelButton(u"samplesImport"_s, tr("Import"),
                                   tr("Samples from files, or written on paper and photographed"), head);
    import->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(import);
    connect(menu->addAction(tr("Files of InkML, UNIPEN or IDX\u2026")), &QAction::triggered, this,
            &SamplesPanel::importRequested);
    connect(menu->addAction(tr("A sheet\u2026")), &QAction::triggered, this, &SamplesPanel::sheetRequested);
    menu->addSeparator();
    connect(menu->addAction(tr("Print a blank sheet on A4\u2026")), &QAction::triggered, this,
            [this] { Q_EMIT blankSheetRequested(false); });
    connect(menu->addAction(tr("Print a blank sheet on Letter\u2026")), &QAction::triggered, this,
            [this] { Q_EMIT blankSheetRequested(true); });
    import->setMenu(menu);
    return import;
}

QWidget* SamplesPanel::makeUndoBar()
{
    m_undoBar = new UndoBar(tr("Take the last change back (Ctrl+Z)"), this);
    m_undoBar->words()->setObjectName(u"samplesUndoWords"_s);
    m_undoBar->button()->setObjectName(u"samplesRestore"_s);
    connect(m_undoBar, &UndoBar::undone, this, [this] {
        m_gallery->setUndoable(false);
        Q_EMIT restoreRequested();
    });
    return m_undoBar;
}

QWidget* SamplesPanel::makeEmptyPage()
{
    auto* page = new QWidget(this);
    auto* words = new QLabel(tr("Draw something, then say what it was."), page);
    words->setObjectName(u"samplesEmpty"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    setRole(words, u"muted"_s);
    auto* pen = new QToolButton(page);  // follows the theme by itself, as a pixmap would not
    pen->setIcon(icon(u"pen"_s));
    pen->setIconSize({28, 28});
    pen->setEnabled(false);
    pen->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(pen, 0, Qt::AlignHCenter);
    column->addWidget(words);
    column->addStretch(1);
    return page;
}

void SamplesPanel::connectParts()
{
    connect(m_chips, &ClassChips::chosen, this, &SamplesPanel::filter);
    connect(m_gallery, &SampleGallery::chosen, this, &SamplesPanel::sampleChosen);
    connect(m_gallery, &SampleGallery::undoRequested, m_undoBar, &UndoBar::undo);
    connect(m_gallery, &SampleGallery::relabelRequested, this,
            [this](const QStringList& ids, const QString& className) {
                offerUndo(tr("%1 relabelled as %2").arg(samplesText(ids.size()), className));
                Q_EMIT relabelRequested(ids, className);
            });
    connect(m_gallery, &SampleGallery::removeRequested, this, [this](const QStringList& ids) {
        offerUndo(tr("%1 removed").arg(samplesText(ids.size())));
        Q_EMIT removeRequested(ids);
    });
    connect(m_card, &FineTuneCard::teachRequested, this, &SamplesPanel::fineTuneRequested);
    connect(m_card, &FineTuneCard::stopRequested, this, &SamplesPanel::stopRequested);
    connect(m_card, &FineTuneCard::undoRequested, this, &SamplesPanel::undoRequested);
    connect(m_card, &FineTuneCard::redoRequested, this, &SamplesPanel::redoRequested);
    connect(m_card, &FineTuneCard::shippedRequested, this, &SamplesPanel::shippedRequested);
}

void SamplesPanel::setSamples(const std::vector<Sample>& samples)
{
    m_samples->setSamples(samples);
    refresh();
}

void SamplesPanel::setClasses(const ClassSet& classes)
{
    m_samples->setClasses(classes);
    m_card->setClasses(classes);
    refresh();
}

void SamplesPanel::setAnswers(const std::vector<std::string>& answers)
{
    m_samples->setAnswers(answers);
    refresh();
}

void SamplesPanel::setFineTuning(std::optional<double> progress)
{
    m_card->setProgress(progress);
}

void SamplesPanel::setReport(const std::shared_ptr<const FineTuneReport>& report)
{
    m_card->setReport(report);
    if (!report)
        return;
    const auto bringIntoSight = [this] { m_cardScroll->ensureWidgetVisible(m_card->report(), 0, 0); };
    QMetaObject::invokeMethod(this, bringIntoSight, Qt::QueuedConnection);  // when it has its place
}

void SamplesPanel::setReportInPlace(bool inPlace)
{
    m_card->setReportInPlace(inPlace);
}

void SamplesPanel::setHistory(const QString& undoText, const QString& redoText)
{
    m_card->setHistory(undoText, redoText);
}

void SamplesPanel::setEngineReady(bool ready)
{
    m_card->setEngineReady(ready);
}

void SamplesPanel::setProblem(const QString& problem)
{
    m_card->setProblem(problem);
}

void SamplesPanel::filter(const std::optional<std::string>& label)
{
    m_chips->setChosen(label);
    m_samples->setFilter(label);
    refresh();
}

void SamplesPanel::offerUndo(const QString& words)
{
    m_undoBar->offer(words);
    m_gallery->setUndoable(true);
}

void SamplesPanel::refresh()
{
    const int total = m_samples->total();
    const int others = m_samples->ofOtherClasses();
    const bool filtered = m_samples->filter().has_value();
    QStringList words{filtered ? tr("%1 of %2").arg(m_samples->rowCount()).arg(total) : samplesText(total)};
    if (const auto wrong = m_samples->misread(); wrong && total > others && !filtered)
        words += *wrong == 0 ? tr("all read right") : tr("%1 misread").arg(*wrong);
    if (others > 0 && !filtered)
        words += tr("%1 of other classes").arg(others);
    m_summary->setText(listText(words));
    m_all->setVisible(filtered);
    m_export->setEnabled(total > 0);
    m_chips->setCounts(m_samples->counts());
    m_pages->setCurrentIndex(total == 0 ? 0 : 1);
    m_card->setSampleCount(total - others, others);
}

void SamplesPanel::arrange()
{
    const bool wide = width() >= kSideBySide;
    m_split->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_split->setSpacing(wide ? metrics::kMargin : metrics::kGap);
    m_cardScroll->setMinimumWidth(wide ? kCardWidth : 0);
    m_cardScroll->setMaximumWidth(wide ? kCardWidth : QWIDGETSIZE_MAX);
    m_cardScroll->setSizePolicy(wide ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_split->setAlignment(m_cardScroll, wide ? Qt::AlignTop : Qt::Alignment());
}

void SamplesPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace glyphscope
