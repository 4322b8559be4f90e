// SPDX-License-Identifier: GPL-3.0-or-later
// How a TrainingPanel is put together.
#include "ui/style/theme.h"
#include "ui/training/curve_chart.h"
#include "ui/training/epoch_table.h"
#include "ui/training/number_line.h"
#include "ui/training/training_panel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>

#include <limits>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

QFrame* card(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("card", true);
    return frame;
}

QLabel* caption(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text);
    label->setFont(glyphscope::font(TextStyle::Caption));
    label->setProperty("role", u"muted"_s);
    label->setBuddy(buddy);
    return label;
}

}  // namespace

TrainingPanel::TrainingPanel(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"training.panel"_s);
    setAccessibleName(tr("Training"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    QFrame* controls = card(this);
    auto* inside = new QVBoxLayout(controls);
    inside->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding, metrics::kPadding);
    inside->setSpacing(metrics::kPadding);
    inside->addWidget(buildSettings());
    inside->addWidget(buildProgress());
    layout->addWidget(controls);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"training.pages"_s);
    m_pages->addWidget(buildEmptyPage());
    m_pages->addWidget(buildRunPage());
    layout->addWidget(m_pages, 1);

    connect(m_recipe, &QComboBox::currentIndexChanged, this, &TrainingPanel::chooseRecipe);
    connect(m_epochs, &QSpinBox::valueChanged, this, &TrainingPanel::noteEpochs);
    connect(m_button, &QPushButton::clicked, this, &TrainingPanel::press);
    m_dataText = tr("No data has been opened yet.");
    updateState();
}

QWidget* TrainingPanel::buildSettings()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::kGap);
    grid->setVerticalSpacing(metrics::kUnit);
    m_recipe = new QComboBox(box);
    m_recipe->setObjectName(u"training.recipe"_s);
    m_recipe->setToolTip(tr("How the network is trained: fast, balanced or as accurate as it gets"));
    m_epochs = new QSpinBox(box);
    m_epochs->setObjectName(u"training.epochs"_s);
    m_epochs->setRange(1, 1000);
    m_epochs->setToolTip(tr("Passes over the training set"));
    m_seed = new QSpinBox(box);
    m_seed->setObjectName(u"training.seed"_s);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setToolTip(tr("The same seed gives the same network again on this machine"));
    m_button = new QPushButton(box);
    m_button->setObjectName(u"training.button"_s);
    m_button->setProperty("primary", true);
    m_summary = new QLabel(box);
    m_summary->setObjectName(u"training.summary"_s);
    m_summary->setFont(glyphscope::font(TextStyle::Caption));
    m_summary->setProperty("role", u"muted"_s);
    m_summary->setWordWrap(true);

    grid->addWidget(caption(tr("&Recipe"), m_recipe), 0, 0);
    grid->addWidget(caption(tr("&Epochs"), m_epochs), 0, 1);
    grid->addWidget(caption(tr("See&d"), m_seed), 0, 2);
    grid->addWidget(m_recipe, 1, 0);
    grid->addWidget(m_epochs, 1, 1);
    grid->addWidget(m_seed, 1, 2);
    grid->addWidget(m_summary, 2, 0, 1, 3);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 3);
    for (QWidget* setting : std::initializer_list<QWidget*>{m_recipe, m_epochs, m_seed})
        setting->setMinimumWidth(72);
    return box;
}

QWidget* TrainingPanel::buildProgress()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    m_statusIcon = new QLabel(box);
    m_statusIcon->setFixedWidth(16);
    m_status = new QLabel(box);
    m_status->setObjectName(u"training.status"_s);
    m_status->setWordWrap(true);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(m_statusIcon);
    row->addWidget(m_status, 1);
    m_button->setMinimumWidth(104);
    row->addWidget(m_button);
    m_progress = new QProgressBar(box);
    m_progress->setObjectName(u"training.progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setToolTip(tr("Steps done of all steps of this run"));
    m_numbers =
        new NumberLine({tr("Done"), tr("Time left"), tr("Images/s"), tr("Loss"), tr("Accuracy")}, box);
    m_numbers->setObjectName(u"training.numbers"_s);
    m_numbers->setAccessibleName(tr("Progress in numbers"));
    m_numbers->setToolTip(tr("Loss and accuracy are those of the last batch"));
    layout->addLayout(row);
    layout->addWidget(m_progress);
    layout->addWidget(m_numbers);
    return box;
}

QWidget* TrainingPanel::buildEmptyPage()
{
    QFrame* page = card(this);
    page->setObjectName(u"training.emptyPage"_s);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::kMargin, metrics::kMargin, metrics::kMargin, metrics::kMargin);
    layout->setSpacing(metrics::kGap);
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
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    QFrame* curves = card(page);
    auto* inside = new QVBoxLayout(curves);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    m_chart = new CurveChart(curves);
    inside->addWidget(m_chart);
    QFrame* epochs = card(page);
    auto* list = new QVBoxLayout(epochs);
    list->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    m_table = new EpochTable(epochs);
    m_table->setMinimumHeight(76);
    list->addWidget(m_table);
    layout->addWidget(curves, 3);
    layout->addWidget(epochs, 1);
    return page;
}

}  // namespace glyphscope
