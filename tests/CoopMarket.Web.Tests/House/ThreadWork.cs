using System.Runtime.InteropServices;

namespace CoopMarket.Web.Tests.House;

/// <summary>
/// What this thread itself has worked. Waiting for a busy machine does not lengthen it, so a test may judge it where a watch
/// would fail now and then.
/// </summary>
internal static class ThreadWork
{
    private const int ThreadClock = 3;

    /// <summary>The processor time that a piece of work takes, all of it on this thread.</summary>
    public static TimeSpan Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    private static TimeSpan Now()
    {
        ClockGetTime(ThreadClock, out var time).ShouldBe(0);
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1_000.0);
    }

    // POSIX: CLOCK_THREAD_CPUTIME_ID.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out ClockTime time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ClockTime
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
