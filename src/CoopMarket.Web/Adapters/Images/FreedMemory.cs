using System.Runtime.InteropServices;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>
/// What native code freed, given back to the system. glibc keeps it in an arena for each thread that ever decoded a photo, so
/// the process would grow to a photo's peak for each of them.
/// </summary>
internal static class FreedMemory
{
    private static bool _known = OperatingSystem.IsLinux();

    /// <summary>Takes some milliseconds; does nothing where the C library has no such call (musl, macOS, Windows).</summary>
    public static void GiveBack()
    {
        if (!_known)
            return;
        try
        {
            _ = MallocTrim(0);
        }
        catch (EntryPointNotFoundException)
        {
            _known = false;
        }
    }

    // malloc_trim(3).
    [DllImport("libc", EntryPoint = "malloc_trim")]
    private static extern int MallocTrim(nuint pad);
}
