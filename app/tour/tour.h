// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

#include <deque>
#include <functional>

namespace glyphscope {

class MainWindow;

/// A stop of the tour: something is done, it is waited for, and a picture is taken.
struct TourStop {
    QString name;                   ///< of the picture; empty: no picture
    std::function<void()> act;      ///< with events, as a user would
    std::function<bool()> arrived;  ///< looked at until it is true
};

/// Walks through stops with a timer, never blocking, and saves a numbered picture of the window at each.
class Tour : public QObject {
    Q_OBJECT

public:
    Tour(MainWindow& window, const QString& folder, std::deque<TourStop> stops, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int pictures);
    void failed(const QString& message);

private:
    void tick();
    void next();
    void takePicture();

    MainWindow& m_window;
    const QString m_folder;
    std::deque<TourStop> m_stops;
    QTimer m_timer;
    int m_ticks = 0;    // at the present stop
    int m_settled = 0;  // since it was arrived at
    int m_pictures = 0;
};

/// Keeps remarks of Qt's platform plugins ("This plugin does not support ...") from standard error: without a
/// screen they mean nothing. Call it before there is a QApplication.
void silencePluginRemarks();

/// `glyphscope tour DIR`: the exit status. Needs a QApplication; settings and runs of the user stay
/// untouched.
[[nodiscard]] int runTour(const QStringList& arguments);

}  // namespace glyphscope
