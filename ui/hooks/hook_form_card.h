// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSize>
#include <QtWidgets/QFrame>

class QScrollArea;

namespace glyphscope {

class HookForm;

/// The form of a hook on a card, as high as the form where there is room, and scrolled where there is not.
class HookFormCard : public QFrame {
    Q_OBJECT

public:
    explicit HookFormCard(QWidget* parent = nullptr);

    [[nodiscard]] HookForm* form() const { return m_form; }
    void fit(bool brief);  ///< takes over the height that the form has now
    [[nodiscard]] int formHeight() const;

Q_SIGNALS:
    void grown();  ///< the form asks for another height than it was fitted to

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    HookForm* m_form;
    QScrollArea* m_scroll;
    QSize m_fitted;
};

}  // namespace glyphscope
