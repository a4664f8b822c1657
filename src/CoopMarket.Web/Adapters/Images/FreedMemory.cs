using System.Runtime.InteropServices;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>
/// What native code freed, used again or given back to the system. glibc keeps it in an arena for each thread that ever decoded a
/// photo, so the process would grow to a photo's peak for each of them.
/// </summary>
internal static class FreedMemory
{
    // M_ARENA_MAX of glibc's malloc.h.
    private const int ArenaMax = -8;

    private static bool _known = OperatingSystem.IsLinux();

    /// <summary>
    /// From here on no thread gets an arena of its own; called while there are few. Measured: 30 MB less once the demo's
    /// photos are made, 60 where MALLOC_ARENA_MAX is set before the start, as deploy's unit does; pages are as fast as before.
    /// </summary>
    public static void Share() => Ask(() => Mallopt(ArenaMax, 1));

    /// <summary>Takes some milliseconds; does nothing where the C library has no such call (musl, macOS, Windows).</summary>
    public static void GiveBack() => Ask(() => MallocTrim(0));

    private static void Ask(Func<int> library)
    {
        if (!_known)
            return;
        try
        {
            _ = library();
        }
        catch (EntryPointNotFoundException)
        {
            _known = false;
        }
    }

    // mallopt(3).
    [DllImport("libc", EntryPoint = "mallopt")]
    private static extern int Mallopt(int parameter, int value);

    // malloc_trim(3).
    [DllImport("libc", EntryPoint = "malloc_trim")]
    private static extern int MallocTrim(nuint pad);
}
