// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace glyphscope {

/// What the program has to tell, in the window instead of over it. One notice at a time: the newest. Remarks
/// go by themselves after a while; warnings and errors stay until they are closed. An offer waits behind a
/// warning or an error, and comes back after a notice that was shown over it.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit NoticeBar(QWidget* parent = nullptr);

    void show(Kind kind, const QString& text);
    /// A remark with a button that does what it says. It stays until it is answered, or closed: declined.
    void offer(const QString& text, const QString& action, std::function<void()> accept,
               std::function<void()> decline = {});
    [[nodiscard]] QString text() const { return m_message; }
    [[nodiscard]] Kind kind() const { return m_kind; }

public Q_SLOTS:
    void info(const QString& text) { show(Kind::Info, text); }
    void warning(const QString& text) { show(Kind::Warning, text); }
    void error(const QString& text) { show(Kind::Error, text); }
    void dismiss();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Offer {
        QString text;
        QString action;
        std::function<void()> accept;
        std::function<void()> decline;
    };

    void present(Kind kind, const QString& text);
    void presentOffer();
    void answer(std::function<void()> Offer::*answered);
    void close();
    void refreshIcon();
    [[nodiscard]] QColor colour() const;

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    QTimer m_fade;
    Kind m_kind = Kind::Info;
    QString m_message;
    std::vector<Offer> m_offers;  // that are not answered; the last is the next to be shown
    bool m_offering = false;      // it is shown now
};

}  // namespace glyphscope
