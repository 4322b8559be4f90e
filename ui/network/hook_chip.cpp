// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/hook_chip.h"

#include "ui/style/theme.h"
#include "ui/widgets/hook_badge.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kChipSide = 18;
constexpr double kChipInset = 5;

struct HookChipText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::HookChipText)
};

}  // namespace

std::vector<HookSpec> hooksOn(const QString& module, const std::vector<HookSpec>& hooks)
{
    std::vector<HookSpec> here;
    std::ranges::copy_if(hooks, std::back_inserter(here),
                         [name = module.toStdString()](const HookSpec& hook) {
                             return hook.module.empty() || hook.module == name;
                         });
    return here;
}

std::vector<std::uint64_t> idsOf(const std::vector<HookSpec>& hooks)
{
    std::vector<std::uint64_t> ids;
    std::ranges::transform(hooks, std::back_inserter(ids), &HookSpec::id);
    return ids;
}

QRectF hookChipRect(const QRectF& card)
{
    return {card.right() - kChipInset - kChipSide, card.top() + kChipInset, kChipSide, kChipSide};
}

/// A hook, as one draws it with a pen.
void paintHookChip(QPainter& painter, const QRectF& card)
{
    const Theme& t = theme();
    const QRectF chip = hookChipRect(card);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.caution);
    painter.drawRoundedRect(chip, 5, 5);
    painter.setPen(QPen(t.surface, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF eye(chip.center().x() + 2.5, chip.top() + 4);
    painter.drawLine(eye, eye + QPointF(0, 6.5));
    painter.drawArc(QRectF(eye.x() - 6, eye.y() + 3.5, 6, 6), 180 * 16, 180 * 16);
    painter.drawLine(QPointF(eye.x() - 6, eye.y() + 6.5), QPointF(eye.x() - 6, eye.y() + 5));
    painter.restore();
}

QMenu* makeHookMenu(const std::vector<HookSpec>& hooks, const std::optional<Prediction>& without,
                    QWidget* parent)
{
    auto* menu = new QMenu(parent);
    menu->setObjectName(u"network.hookMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& line : hooksTip(hooks, without).split(u'\n'))
        menu->addAction(QString(line).replace(u'&', u"&&"_s))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(HookChipText::tr("Switch off"))->setObjectName(u"network.hookOff"_s);
    menu->addAction(HookChipText::tr("Show in Hooks"))->setObjectName(u"network.hookShow"_s);
    return menu;
}

bool isHookOff(const QAction& action)
{
    return action.objectName() == u"network.hookOff";
}

}  // namespace glyphscope
