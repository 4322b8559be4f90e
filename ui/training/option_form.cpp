// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/option_form.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_text.h"
#include "ui/training/augmentation_preview.h"
#include "ui/training/schedule_sketch.h"
#include "ui/training/seed_field.h"
#include "ui/widgets/number_row.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wheel_guard.h"

#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

int captionWidth()
{
    const QFontMetrics measure(glyphscope::font(TextStyle::Caption));
    int widest = 0;
    for (const NumberOption& option : numberOptions())
        widest = std::max(widest, measure.horizontalAdvance(option.title()));
    return widest + 2;
}

}  // namespace

OptionForm::OptionForm(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"training.options"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    Section* learningRate = addSection(u"learningRate"_s, tr("Learning rate"));
    Section* optimizer = addSection(u"optimizer"_s, tr("Optimizer"));
    Section* regularisation = addSection(u"regularisation"_s, tr("Regularisation"));
    m_augmentation = addSection(u"augmentation"_s, tr("Augmentation"));
    Section* batches = addSection(u"batches"_s, tr("Batches and seed"));
    addChoices(optimizer, learningRate);
    addRows(OptionGroup::LearningRate, learningRate);
    addRows(OptionGroup::Optimizer, optimizer);
    addRows(OptionGroup::Regularisation, regularisation);
    addRows(OptionGroup::Augmentation, m_augmentation);
    addRows(OptionGroup::Batches, batches);
    m_preview = new AugmentationPreview(m_augmentation);
    m_augmentation->add(m_preview);
    m_seed = new SeedField(batches);
    m_seed->setCaptionWidth(captionWidth());
    batches->add(m_seed);
    connect(m_seed, &SeedField::seedChanged, this, &OptionForm::change);
    setRunning(false);
    showOptions();
}

void OptionForm::addToAugmentation(QWidget* part)
{
    m_augmentation->add(part);
}

Section* OptionForm::addSection(const QString& key, const QString& title)
{
    auto* section = new Section(key, title, this);
    layout()->addWidget(section);
    m_sections.append(section);
    return section;
}

void OptionForm::addRows(OptionGroup group, Section* section)
{
    for (const NumberOption& option : numberOptions()) {
        if (option.group != group)
            continue;
        auto* row =
            new NumberRow(u"training."_s + QLatin1StringView(option.name), option.row->range, section);
        row->setCaption(option.title(), option.explanation());
        row->setCaptionWidth(captionWidth());
        row->setLeastText(option.zeroText());
        connect(row, &NumberRow::valueChanged, this, &OptionForm::change);
        connect(row, &NumberRow::settled, this, &OptionForm::settled);
        section->add(row);
        m_rows.push_back({&option, row});
    }
}

QComboBox* OptionForm::addChoice(const QString& name, const QString& caption, Section* section)
{
    auto* row = new QWidget(section);
    auto* label = new QLabel(caption, row);
    label->setFont(glyphscope::font(TextStyle::Caption));
    setRole(label, u"muted"_s);
    auto* choice = new QComboBox(row);
    choice->setObjectName(name);
    choice->setAccessibleName(caption);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    label->setBuddy(choice);
    guardWheel(choice);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    label->setFixedWidth(captionWidth());
    layout->addWidget(label);
    layout->addWidget(choice, 1);
    section->add(row);
    return choice;
}

void OptionForm::addChoices(Section* optimizer, Section* learningRate)
{
    m_optimizer = addChoice(u"training.optimizer"_s, tr("Optimizer"), optimizer);
    for (const OptimizerKind kind : {OptimizerKind::Sgd, OptimizerKind::Nesterov, OptimizerKind::Adam,
                                     OptimizerKind::AdamW, OptimizerKind::Muon})
        m_optimizer->addItem(optimizerTitle(kind), static_cast<int>(kind));
    m_schedule = addChoice(u"training.schedule"_s, tr("Schedule"), learningRate);
    for (const ScheduleKind kind : {ScheduleKind::OneCycle, ScheduleKind::Constant, ScheduleKind::Cosine,
                                    ScheduleKind::Step, ScheduleKind::Linear})
        m_schedule->addItem(scheduleTitle(kind), static_cast<int>(kind));
    m_sketch = new ScheduleSketch(learningRate);
    m_sketch->setObjectName(u"training.scheduleSketch"_s);
    learningRate->add(m_sketch);
    for (const QComboBox* choice : {m_optimizer, m_schedule})
        connect(choice, &QComboBox::currentIndexChanged, this, &OptionForm::change);
}

void OptionForm::setOptions(const TrainOptions& options)
{
    m_options = options;
    showOptions();
}

void OptionForm::showOptions()
{
    const QScopedValueRollback<bool> quiet(m_showing, true);
    m_optimizer->setCurrentIndex(m_optimizer->findData(static_cast<int>(m_options.optimizer)));
    m_schedule->setCurrentIndex(m_schedule->findData(static_cast<int>(m_options.schedule)));
    for (const Row& row : m_rows) {
        row.control->setValue(row.option->value(m_options));
        row.control->setVisible(row.option->applies(m_options));
    }
    m_seed->setSeed(m_options.seed);
    m_sketch->setOptions(m_options);
    m_preview->setAugmentation(m_options.augmentation);
}

void OptionForm::change()
{
    if (m_showing)
        return;
    m_options.optimizer = static_cast<OptimizerKind>(m_optimizer->currentData().toInt());
    m_options.schedule = static_cast<ScheduleKind>(m_schedule->currentData().toInt());
    m_options.seed = m_seed->seed();
    // Only what was touched: a number that the field had to round or limit stays what it is.
    for (const Row& row : m_rows)
        if (row.control == sender())
            setOptionValue(*row.option->row, m_options, row.control->value());
    showOptions();
    Q_EMIT changed(m_options);
}

void OptionForm::setRunning(bool running)
{
    const QString reason = running ? tr("It cannot be changed during a run: stop the run first.") : QString();
    for (const Row& row : m_rows)
        row.control->setLocked(row.option->row->live ? QString() : reason);
    m_seed->setLocked(reason);
    m_optimizer->setEnabled(!running);
    m_schedule->setEnabled(!running);
    m_optimizer->setToolTip(running ? reason : tr("How the weights follow their gradients"));
    m_schedule->setToolTip(running ? reason : tr("How the learning rate changes from step to step"));
}

}  // namespace glyphscope
