// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_form.h"

#include "ui/hooks/hook_actions.h"
#include "ui/hooks/hook_words.h"
#include "ui/style/theme.h"
#include "ui/widgets/number_row.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include <limits>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kAnyChannel = 99999;  // while the shapes are not known

void choose(QComboBox& box, int index)
{
    const QSignalBlocker quiet(&box);
    box.setCurrentIndex(index);
}

void showNumber(NumberRow& row, const std::optional<HookNumber>& number, double value)
{
    row.setVisible(number.has_value());
    if (!number)
        return;
    row.setCaption(number->name, number->tip);
    row.setRange(number->range);
    row.setValue(value);
}

void setItemEnabled(const QComboBox& box, int index, bool enabled)
{
    if (auto* items = qobject_cast<QStandardItemModel*>(box.model()))
        items->item(index)->setEnabled(enabled);
}

}  // namespace

void HookForm::setPlaces(const std::vector<HookPlace>& places)
{
    m_places = places;
    fillModules();
    refresh();
}

void HookForm::fillModules()
{
    const QSignalBlocker quiet(m_module);
    m_module->clear();
    m_module->addItem(hookwords::module({}), QString());
    m_module->setItemData(0, tr("A global hook: called around every module"), Qt::ToolTipRole);
    for (const HookPlace& place : m_places) {
        m_module->addItem(QString::fromStdString(place.name), QString::fromStdString(place.name));
        m_module->setItemData(m_module->count() - 1, QString::fromStdString(place.kind), Qt::ToolTipRole);
    }
}

void HookForm::setSpec(const HookSpec& spec, Purpose purpose)
{
    if (purpose == Purpose::New && m_purpose != purpose)
        m_front->setChecked(false);
    m_spec = spec;
    m_purpose = purpose;
    refresh();
}

void HookForm::setDonor(const QImage& glyph, const QString& words)
{
    m_hasDonor = !glyph.isNull();
    m_donorPicture->setPixmap(QPixmap::fromImage(glyph));
    m_donorPicture->setVisible(m_hasDonor);
    m_donorWords->setText(words);
    refreshChoices();
}

void HookForm::setDrawing(bool there)
{
    if (m_drawing == there)
        return;
    m_drawing = there;
    refreshChoices();
}

void HookForm::change(HookSpec spec, const QString& field)
{
    m_spec = tidied(std::move(spec), m_places);
    refresh();
    Q_EMIT edited(m_spec, field);
}

void HookForm::refresh()
{
    const bool isNew = m_purpose == Purpose::New;
    refreshTitle();
    choose(*m_kind, static_cast<int>(m_spec.kind));
    m_kind->setToolTip(hookwords::kindTip(m_spec.kind));
    choose(*m_action, static_cast<int>(m_spec.action));
    m_action->setToolTip(hookwords::actionTip(m_spec.action));
    const QString module = QString::fromStdString(m_spec.module);
    if (m_module->findData(module) < 0) {  // of a network that is not here yet
        const QSignalBlocker quiet(m_module);
        m_module->addItem(module, module);
    }
    choose(*m_module, m_module->findData(module));
    m_predicting->setChecked(m_spec.predicting);
    m_predicting->setToolTip(isBackward(m_spec.kind) ? tr("Reading a drawing makes no backward pass: it is "
                                                          "called only while training")
                                                     : tr("Runs when the window reads a drawing"));
    m_training->setChecked(m_spec.training);
    m_front->setVisible(isNew);
    m_add->setVisible(isNew);
    refreshNumbers();
    refreshChoices();
}

void HookForm::refreshTitle()
{
    const QString sentence = hookwords::asSentence(hookwords::sentence(m_spec));
    const int room = width() - m_close->sizeHint().width() - 5 * metrics::kGap;
    m_title->setWordWrap(!m_brief);
    m_title->setText(m_brief ? m_title->fontMetrics().elidedText(sentence, Qt::ElideRight, room) : sentence);
    m_title->setToolTip(sentence);
}

void HookForm::setBrief(bool brief)
{
    if (brief == m_brief)
        return;
    m_brief = brief;
    refreshTitle();
}

void HookForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_brief)
        refreshTitle();
}

void HookForm::refreshNumbers()
{
    showNumber(*m_amount, amountOf(m_spec.action), m_spec.amount);
    showNumber(*m_limit, limitOf(m_spec.action), m_spec.limit);
    const QSignalBlocker quietSeed(m_seed);
    m_seedRow->setVisible(m_spec.action == HookAction::AddNoise);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(m_spec.seed, std::numeric_limits<int>::max())));
    const QSignalBlocker quietChannel(m_channel);
    const int channels = channelsOf(m_places, m_spec.kind, m_spec.module);
    m_channel->setRange(-1, channels > 0 ? channels - 1 : kAnyChannel);
    m_channel->setValue(m_spec.channel);
    m_channel->setEnabled(channels != 1);
}

void HookForm::refreshChoices()
{
    const bool patch = m_spec.action == HookAction::Patch;
    m_donorRow->setVisible(patch);
    m_keep->setEnabled(m_drawing);
    setItemEnabled(*m_action, static_cast<int>(HookAction::Patch),
                   patch || (canPatch(m_spec.kind, m_spec.module) && (m_drawing || m_hasDonor)));
    const bool missing = patch && !m_spec.donor;
    m_add->setEnabled(!missing);
    m_add->setToolTip(missing ? tr("Keep a drawing as donor first") : tr("Put the hook in"));
}

bool HookForm::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void HookForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_purpose == Purpose::New &&
             m_add->isEnabled())
        Q_EMIT addWanted(m_spec, m_front->isChecked());
    else
        QWidget::keyPressEvent(event);
}

}  // namespace glyphscope
