// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/data_picker.h"

#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/training/data_text.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kMostHeldOut = 30;  // percent
constexpr int kMostVariations = 20;
constexpr int kMostRows = 4;  // of the list before it scrolls

QLabel* note(const QString& name, const QString& role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setFont(glyphscope::font(TextStyle::Caption));
    setRole(label, role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

QPushButton* button(const QString& name, const QString& picture, const QString& text, const QString& tip,
                    QWidget* parent)
{
    auto* made = new QPushButton(icon(picture), text, parent);
    made->setObjectName(name);
    made->setIconSize({14, 14});
    made->setToolTip(tip);
    made->setAutoDefault(false);
    made->setStyleSheet(u"QPushButton { padding: 0 8px; } QPushButton:focus { padding: 0 7px; }"_s);
    return made;
}

}  // namespace

DataPicker::DataPicker(QWidget* parent)
    : QWidget(parent)
    , m_mnist(new QCheckBox(this))
    , m_howToGet(note(u"training.howToGet"_s, u"caution"_s, this))
    , m_samples(new QCheckBox(this))
    , m_problem(note(u"training.dataProblem"_s, u"bad"_s, this))
{
    setObjectName(u"training.data"_s);
    m_mnist->setObjectName(u"training.useMnist"_s);
    m_samples->setObjectName(u"training.useSamples"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    for (QWidget* part : std::initializer_list<QWidget*>{m_mnist, m_howToGet, m_samples})
        layout->addWidget(part);
    buildList();
    buildVariations();
    layout->addWidget(m_problem);
    buildHeldOut();
    for (const QCheckBox* box : {m_mnist, m_samples})
        connect(box, &QCheckBox::toggled, this, &DataPicker::change);
    showChoice();
}

void DataPicker::buildList()
{
    m_list = new QListWidget(this);
    m_list->setObjectName(u"training.sources"_s);
    m_list->setAccessibleName(tr("Folders and files of ink"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_addFolder = button(u"training.addFolder"_s, u"plus"_s, tr("Fol&der\u2026"),
                         tr("Train on a folder of IDX files as well, as Fashion-MNIST is one"), this);
    m_addInk = button(u"training.addInk"_s, u"plus"_s, tr("&Ink\u2026"),
                      tr("Train on the labelled drawings of InkML or UNIPEN files as well"), this);
    m_addNotDigits = button(
        u"training.addNotDigits"_s, u"plus"_s, tr("&Not digits\u2026"),
        tr("Files of ink with letters and the like: the network learns to tell them from digits"), this);
    m_remove = button(u"training.removeSource"_s, u"close"_s, {},
                      tr("Train on the selected folders and files no more; they stay on disk (Del)"), this);
    m_remove->setAccessibleName(tr("Remove"));
    auto* sources = new QHBoxLayout;
    sources->setSpacing(metrics::kUnit);
    sources->addWidget(m_list, 1);
    sources->addWidget(m_remove, 0, Qt::AlignTop);
    auto* buttons = new WrappingRow;
    buttons->setSpacing(metrics::kUnit);
    for (QPushButton* add : {m_addFolder, m_addInk, m_addNotDigits})
        buttons->addWidget(add);
    static_cast<QVBoxLayout*>(layout())->addLayout(sources);
    static_cast<QVBoxLayout*>(layout())->addLayout(buttons);
    connect(m_addFolder, &QPushButton::clicked, this, &DataPicker::addFolderRequested);
    connect(m_addInk, &QPushButton::clicked, this, &DataPicker::addInkRequested);
    connect(m_addNotDigits, &QPushButton::clicked, this, &DataPicker::addNotDigitsRequested);
    connect(m_remove, &QPushButton::clicked, this, &DataPicker::removeChosen);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &DataPicker::updateEnabled);
}

void DataPicker::buildVariations()
{
    m_variationsRow = new QWidget(this);
    auto* caption = new QLabel(tr("Variations"), m_variationsRow);
    caption->setFont(glyphscope::font(TextStyle::Caption));
    setRole(caption, u"muted"_s);
    m_variations = new QSlider(Qt::Horizontal, m_variationsRow);
    m_variations->setObjectName(u"training.inkVariations"_s);
    m_variations->setAccessibleName(tr("Variations of each drawing"));
    m_variations->setRange(0, kMostVariations);
    m_variations->setPageStep(5);
    m_variations->setMinimumWidth(56);
    caption->setBuddy(m_variations);
    guardWheel(m_variations);
    m_variationsText = new QLabel(m_variationsRow);
    m_variationsText->setObjectName(u"training.inkVariationsText"_s);
    auto* row = new QHBoxLayout(m_variationsRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(caption);
    row->addWidget(m_variations, 1);
    row->addWidget(m_variationsText);
    layout()->addWidget(m_variationsRow);
    m_foldCase = new QCheckBox(tr("\"A\" and \"a\" are one class"), this);
    m_foldCase->setObjectName(u"training.foldCase"_s);
    layout()->addWidget(m_foldCase);
    connect(m_foldCase, &QCheckBox::toggled, this, &DataPicker::change);
    connect(m_variations, &QSlider::valueChanged, this, &DataPicker::change);
}

void DataPicker::buildHeldOut()
{
    auto* caption = new QLabel(tr("Held out"), this);
    caption->setFont(glyphscope::font(TextStyle::Caption));
    setRole(caption, u"muted"_s);
    m_heldOut = new QSlider(Qt::Horizontal, this);
    m_heldOut->setObjectName(u"training.heldOut"_s);
    m_heldOut->setAccessibleName(tr("Validation split"));
    m_heldOut->setRange(0, kMostHeldOut);
    m_heldOut->setPageStep(5);
    m_heldOut->setMinimumWidth(56);
    caption->setBuddy(m_heldOut);
    guardWheel(m_heldOut);
    m_heldOutText = new QLabel(this);
    m_heldOutText->setObjectName(u"training.heldOutText"_s);
    m_heldOutText->setMinimumWidth(m_heldOutText->fontMetrics().horizontalAdvance(u"30 %, 18,000"_s) + 2);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(caption);
    row->addWidget(m_heldOut, 1);
    row->addWidget(m_heldOutText);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_heldOut, &QSlider::valueChanged, this, &DataPicker::change);
}

void DataPicker::setChoice(const DataChoice& choice)
{
    m_choice = choice;
    showChoice();
}

void DataPicker::setSources(const DataSources& sources)
{
    m_sources = sources;
    showChoice();
}

void DataPicker::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void DataPicker::setRunning(bool running)
{
    m_running = running;
    showChoice();
}

void DataPicker::changeHabits(const PenHabits& habits)
{
    m_choice.inkHabits = habits;
    change();
}

void DataPicker::change()
{
    m_choice.mnist = m_mnist->isChecked();
    m_choice.samples = m_samples->isChecked();
    m_choice.foldCase = m_foldCase->isChecked();
    if (m_heldOut->value() != std::lround(100 * m_choice.validation))  // a share between two places stays
        m_choice.validation = m_heldOut->value() / 100.0;
    if (m_variations->value() !=
        std::min(m_choice.inkVariations, kMostVariations))  // a file may ask for more
        m_choice.inkVariations = m_variations->value();
    setProblem({});
    showChoice();
    Q_EMIT changed(m_choice);
}

void DataPicker::removeChosen()
{
    QList<QListWidgetItem*> chosen = m_list->selectedItems();
    if (chosen.isEmpty() && m_list->count() == 1)
        chosen = {m_list->item(0)};
    for (const QListWidgetItem* item : chosen) {
        const std::string path = item->data(Qt::UserRole).toString().toStdString();
        std::erase(m_choice.folders, path);
        std::erase(m_choice.ink, path);
        std::erase(m_choice.notDigits, path);
    }
    change();
}

bool DataPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Delete || !m_remove->isEnabled())
        return false;
    removeChosen();
    return true;
}

void DataPicker::showChoice()
{
    const QSignalBlocker quietMnist(m_mnist);
    const QSignalBlocker quietSamples(m_samples);
    const QSignalBlocker quietHeldOut(m_heldOut);
    const QSignalBlocker quietVariations(m_variations);
    const QSignalBlocker quietFoldCase(m_foldCase);
    m_mnist->setChecked(m_choice.mnist);
    m_mnist->setText(m_sources.mnist
                         ? tr("MNIST, %Ln image(s)", nullptr, static_cast<int>(m_sources.mnistImages))
                         : tr("MNIST (not here yet)"));
    m_howToGet->setText(m_sources.howToGet);
    m_howToGet->setVisible(!m_sources.mnist && !m_sources.howToGet.isEmpty());
    m_samples->setChecked(m_choice.samples);
    m_samples->setText(tr("My handwriting, %Ln sample(s)", nullptr, m_sources.samples));
    m_heldOut->setValue(static_cast<int>(std::lround(100 * m_choice.validation)));
    m_variations->setValue(m_choice.inkVariations);
    m_variationsText->setText(tr("%1 each").arg(m_choice.inkVariations));
    m_variationsRow->setVisible(!m_choice.ink.empty() || !m_choice.notDigits.empty());
    m_foldCase->setChecked(m_choice.foldCase);
    m_foldCase->setVisible(!m_choice.ink.empty() && !m_choice.mnist);
    const QString percent = digitPercentText(m_choice.validation);
    const std::optional<qint64> images = imagesOf(m_choice, m_sources);
    const double heldOut = images ? m_choice.validation * static_cast<double>(*images) : 0;
    m_heldOutText->setText(heldOut < 1 ? percent : tr("%1, %2").arg(percent, countText(std::round(heldOut))));
    showList();
    updateEnabled();
}

QString DataPicker::sourceLine(const QString& path, bool notDigits) const
{
    const auto images = m_sources.images.find(path);
    const QString name = sourceName(path);
    if (images == m_sources.images.end())
        return notDigits ? tr("%1, not digits").arg(name) : name;
    const auto count = static_cast<int>(*images);
    return notDigits ? tr("%1, %Ln not digit(s)", nullptr, count).arg(name)
                     : tr("%1, %Ln image(s)", nullptr, count).arg(name);
}

void DataPicker::showList()
{
    QStringList chosen;
    for (const QListWidgetItem* item : m_list->selectedItems())
        chosen += item->data(Qt::UserRole).toString();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto* paths : {&m_choice.folders, &m_choice.ink, &m_choice.notDigits}) {
        for (const std::string& text : *paths) {
            const QString path = QString::fromStdString(text);
            auto* item = new QListWidgetItem(sourceLine(path, paths == &m_choice.notDigits), m_list);
            item->setData(Qt::UserRole, path);
            item->setToolTip(path);
            item->setSelected(chosen.contains(path));
        }
    }
    m_list->setVisible(m_list->count() > 0);
    const int rows = std::clamp(m_list->count(), 1, kMostRows);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), fontMetrics().height()) +
                           metrics::kUnit);
}

void DataPicker::updateEnabled()
{
    const QString rest =
        m_running ? tr("Data cannot be changed during a run: stop the run first.") : QString();
    m_mnist->setEnabled(!m_running);
    m_mnist->setToolTip(m_running ? rest : tr("The 60,000 digits to learn from that everybody uses"));
    m_samples->setEnabled(!m_running && (m_sources.samples > 0 || m_choice.samples));
    m_samples->setToolTip(m_running ? rest
                          : m_sources.samples == 0
                              ? tr("Draw a digit and say what it was: it is kept as a sample")
                              : tr("The drawings of which you said what they were"));
    m_addFolder->setEnabled(!m_running);
    m_addInk->setEnabled(!m_running);
    m_addNotDigits->setEnabled(!m_running);
    m_foldCase->setEnabled(!m_running);
    m_foldCase->setToolTip(m_running ? rest
                                     : tr("Labels of ink that differ in case only make one class, which is "
                                          "named in small letters"));
    m_variations->setEnabled(!m_running);
    m_variations->setToolTip(m_running
                                 ? rest
                                 : tr("Each drawing is trained on in so many variations as well: slanted, "
                                      "stretched, bent, with other pens"));
    m_remove->setEnabled(!m_running && (m_list->count() == 1 || !m_list->selectedItems().isEmpty()));
    m_remove->setVisible(m_list->count() > 0);
    m_heldOut->setEnabled(!m_running);
    m_heldOut->setToolTip(m_running ? rest
                                    : tr("Share of the images that is never trained on, so that it shows how "
                                         "well others are read; the best epoch is chosen by it"));
}

}  // namespace glyphscope
