using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.Sounds;

namespace CoopMarket.Web.Features.Stories.Contract;

/// <summary>The files of voices, for those who may hear them.</summary>
internal sealed class VoiceSounds(Voices voices)
{
    /// <summary>The file of a voice as its address names it.</summary>
    public static string FileName(string hash, SoundKind kind) => $"{hash}.{SoundFile.Ending(kind)}";

    /// <summary>What browsers are told that it is.</summary>
    public static string ContentType(SoundKind kind) => SoundFile.ContentType(kind);

    /// <summary>A file from its start; null where there is none. The caller disposes of it.</summary>
    public Task<Stream?> OpenAsync(string hash, SoundKind kind, CancellationToken cancellationToken) => voices.OpenAsync(hash, kind, cancellationToken);
}
