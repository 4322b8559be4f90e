// SPDX-License-Identifier: GPL-3.0-or-later
// How a TrainingPanel is put together.
#include "ui/curves/curve_chart.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/training/augmentation_preview.h"
#include "ui/training/data_picker.h"
#include "ui/training/epoch_table.h"
#include "ui/training/option_form.h"
#include "ui/training/recipe_bar.h"
#include "ui/training/run_progress.h"
#include "ui/training/training_panel.h"
#include "ui/training/transport_row.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/section.h"

#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <utility>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kBeside = 820;         // width from which the settings stand beside the curves
constexpr int kSettings = 360;       // their width then
constexpr int kLeastSettings = 168;  // their height above the curves
constexpr int kLeastChart = 220;     // width that the curves can still be read at
constexpr int kRest = 150;           // milliseconds without a change before it is sent to the run

QVBoxLayout* column(QWidget* widget, int margin, int spacing)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
    return layout;
}

}  // namespace

TrainingPanel::TrainingPanel(QWidget* parent)
    : Panel(u"training.panel"_s, tr("Training"), parent), m_valuesClock(new QTimer(this))
{
    m_valuesClock->setObjectName(u"training.valuesClock"_s);
    m_valuesClock->setSingleShot(true);
    m_valuesClock->setInterval(kRest);
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kGap);
    m_controls = buildControls();
    buildSettings();
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"training.pages"_s);
    m_pages->addWidget(buildEmptyPage());
    m_pages->addWidget(buildRunPage());
    connectTransport();
    connectSettings();
    connect(m_pages, &QStackedWidget::currentChanged, this, &TrainingPanel::arrange);
    m_settings->hide();
    arrange();
    takeOptions(m_options);
    showData();
}

QWidget* TrainingPanel::buildControls()
{
    QFrame* controls = makeCard(this);
    auto* inside = column(controls, metrics::kPadding, metrics::kGap);
    m_transport = new TransportRow(controls);
    m_recipe = new RecipeBar(controls);
    m_progress = new RunProgress(controls);
    inside->addWidget(m_transport);
    inside->addWidget(m_recipe);
    inside->addWidget(buildDataLine());
    inside->addWidget(buildStatus());
    inside->addWidget(m_progress);
    return controls;
}

QWidget* TrainingPanel::buildDataLine()
{
    m_dataLine = new QToolButton(this);
    m_dataLine->setObjectName(u"training.dataLine"_s);
    m_dataLine->setProperty("small", true);
    m_dataLine->setIcon(icon(u"layers"_s));
    m_dataLine->setIconSize({16, 16});
    m_dataLine->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_dataLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_dataLine->setToolTip(tr("What is trained on; press to choose"));
    m_dataLine->setStyleSheet(u"QToolButton { text-align: left; }"_s);
    return m_dataLine;
}

QWidget* TrainingPanel::buildStatus()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    m_statusIcon = new QLabel(box);
    m_statusIcon->setFixedWidth(16);
    m_status = new QLabel(box);
    m_status->setObjectName(u"training.status"_s);
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_statusIcon, 0, Qt::AlignTop);
    row->addWidget(m_status, 1);
    return box;
}

QWidget* TrainingPanel::buildSettings()
{
    m_settings = makeCard(this);
    m_settings->setObjectName(u"training.settings"_s);
    auto* content = new QWidget;
    auto* list = column(content, metrics::kGap, metrics::kUnit);
    m_dataSection = new Section(u"data"_s, tr("Data"), content);
    m_data = new DataPicker(m_dataSection);
    m_dataSection->add(m_data);
    m_form = new OptionForm(content);
    list->addWidget(m_dataSection);
    list->addWidget(m_form);
    list->addStretch(1);
    auto* scroll = new QScrollArea(m_settings);
    scroll->setObjectName(u"training.settingsScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll->setMinimumHeight(kLeastSettings);
    column(m_settings, 1, 0)->addWidget(scroll);
    return m_settings;
}

QWidget* TrainingPanel::buildEmptyPage()
{
    QFrame* page = makeCard(this);
    page->setObjectName(u"training.emptyPage"_s);
    auto* layout = column(page, metrics::kMargin, metrics::kGap);
    m_emptyIcon = new QLabel(page);
    m_emptyTitle = new QLabel(page);
    m_emptyTitle->setObjectName(u"training.emptyTitle"_s);
    m_emptyTitle->setFont(glyphscope::font(TextStyle::Title));
    m_emptyText = new QLabel(page);
    m_emptyText->setObjectName(u"training.emptyText"_s);
    m_emptyText->setProperty("role", u"muted"_s);
    m_emptyText->setWordWrap(true);
    m_emptyText->setMaximumWidth(420);
    m_emptyText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addStretch(2);
    for (QLabel* label : {m_emptyIcon, m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    layout->setAlignment(m_emptyTitle, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget* TrainingPanel::buildRunPage()
{
    auto* page = new QWidget(this);
    auto* layout = column(page, 0, metrics::kGap);
    QFrame* curves = makeCard(page);
    auto* inside = new QVBoxLayout(curves);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    m_chart = new CurveChart(curves);
    m_chart->setMinimumWidth(kLeastChart);
    inside->addWidget(m_chart);
    QFrame* epochs = makeCard(page);
    m_table = new EpochTable(epochs);
    m_table->setMinimumHeight(84);
    column(epochs, metrics::kUnit, 0)->addWidget(m_table);
    layout->addWidget(curves, 3);
    layout->addWidget(epochs, 1);
    return page;
}

void TrainingPanel::connectTransport()
{
    connect(m_transport, &TransportRow::startRequested, this,
            [this](TrainUntil until) { Q_EMIT trainRequested(m_options, m_data->choice(), until); });
    connect(m_transport, &TransportRow::pauseRequested, this, &TrainingPanel::pauseRequested);
    connect(m_transport, &TransportRow::continueRequested, this, [this](TrainUntil until) {
        sendValues();  // what was just typed holds from the next step on
        Q_EMIT continueRequested(until);
    });
    connect(m_transport, &TransportRow::stopRequested, this, [this] {
        m_transport->setState(TrainState::Stopping);
        showState();
        Q_EMIT stopRequested();
    });
    connect(m_transport, &TransportRow::resetRequested, this, &TrainingPanel::reset);
}

void TrainingPanel::connectSettings()
{
    connect(m_recipe, &RecipeBar::recipeChosen, this, &TrainingPanel::chooseRecipe);
    connect(m_recipe, &RecipeBar::epochsChosen, this, [this](int epochs) {
        TrainOptions options = m_options;
        options.epochs = epochs;
        changeOptions(options);
    });
    connect(m_recipe, &RecipeBar::moreToggled, this, [this](bool open) {
        m_settings->setVisible(open);
        arrange();
    });
    connect(m_dataLine, &QToolButton::clicked, this, &TrainingPanel::openData);
    connect(m_form, &OptionForm::changed, this, &TrainingPanel::changeOptions);
    connect(m_form, &OptionForm::settled, this, &TrainingPanel::sendValues);
    connect(m_valuesClock, &QTimer::timeout, this, &TrainingPanel::sendValues);
    connect(m_form->preview(), &AugmentationPreview::wanted, this, &TrainingPanel::augmentationPreviewWanted);
    connect(m_data, &DataPicker::changed, this, &TrainingPanel::showData);
    connect(m_data, &DataPicker::addFolderRequested, this, &TrainingPanel::addFolderRequested);
    connect(m_data, &DataPicker::addInkRequested, this, &TrainingPanel::addInkRequested);
    connect(m_data, &DataPicker::addNotDigitsRequested, this, &TrainingPanel::addNotDigitsRequested);
}

/// The settings above the curves, or in a wide panel in a column beside them.
void TrainingPanel::arrange()
{
    const bool more = m_recipe->isMoreOpen();
    const bool beside = more && width() >= kBeside;
    const bool empty = m_pages->currentIndex() == 0;
    m_layout->setRowStretch(1, !more ? 0 : empty && !beside ? 4 : 1);
    m_layout->setRowStretch(2, beside ? 0 : 1);
    if (beside == std::exchange(m_beside, beside) && m_layout->count() > 0)
        return;
    for (QWidget* part : {m_controls, static_cast<QWidget*>(m_settings), static_cast<QWidget*>(m_pages)})
        m_layout->removeWidget(part);
    m_layout->addWidget(m_controls, 0, 0);
    m_layout->addWidget(m_settings, 1, 0);
    if (beside)
        m_layout->addWidget(m_pages, 0, 1, 2, 1);
    else
        m_layout->addWidget(m_pages, 2, 0);
    for (QWidget* part : {m_controls, static_cast<QWidget*>(m_settings)})
        part->setMaximumWidth(beside ? kSettings : QWIDGETSIZE_MAX);
    m_layout->setColumnStretch(0, beside ? 0 : 1);
    m_layout->setColumnStretch(1, beside ? 1 : 0);
}

}  // namespace glyphscope
