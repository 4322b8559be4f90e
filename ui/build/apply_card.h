// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/grow.h"
#include "model/spec/network_check.h"

#include <QtWidgets/QFrame>

#include <cstdint>
#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace glyphscope {

/// The sums of the edited network, which tensors it would keep, and the button that puts it in use.
class ApplyCard : public QFrame {
    Q_OBJECT

public:
    explicit ApplyCard(QWidget* parent);

    /// `growth`: nothing where the network does not fit, or there are no weights yet. `isApplied`: it is the
    /// one in use.
    void setNetwork(const QString& title, const NetworkCheck& check, const std::optional<Growth>& growth,
                    bool isApplied);
    void setReady(bool ready);  ///< whether there is an engine to draw weights
    void setBusy(bool busy);    ///< weights are being drawn

    [[nodiscard]] NewModules start() const;
    [[nodiscard]] std::uint64_t seed() const;

Q_SIGNALS:
    void applyWanted();

private:
    [[nodiscard]] static QString totalsText(const QString& title, const NetworkCheck& check);
    void refresh();

    QLabel* m_totals;
    QLabel* m_growth;
    QPushButton* m_apply;
    QCheckBox* m_identity;
    QSpinBox* m_seed;
    bool m_fits = false;
    bool m_isApplied = false;
    bool m_ready = false;
    bool m_busy = false;
};

/// "12 tensors kept, 2 new: conv3.weight, conv3.bias"
[[nodiscard]] QString growthText(const Growth& growth);

}  // namespace glyphscope
