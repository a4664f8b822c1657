using System.Text;
using CoopMarket.Web.Features.Stories.Contract;
using Microsoft.Net.Http.Headers;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// <c>GET /voices/{hash}.{webm,ogg,m4a,mp3}</c>, and <c>.vtt</c> for when which line is said. It is asked each time whether readers may still
/// hear it, and browsers are told to ask again: what is withdrawn is gone at once.
/// </summary>
internal static class VoiceFiles
{
    private const int HashLength = 32;
    private const string Lines = ".vtt";

    /// <summary>Where a voice lies.</summary>
    public static string Sound(Voice voice) => "/voices/" + VoiceSounds.FileName(voice.Recording.Hash, voice.Recording.Kind);

    /// <summary>Where its lines lie.</summary>
    public static string Captions(Voice voice) => $"/voices/{voice.Recording.Hash}{Lines}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/voices/{file}", [HttpMethods.Get, HttpMethods.Head], GetAsync);

    private static async Task<IResult> GetAsync(string file, HttpContext context, Hearing hearing, VoiceSounds sounds, CancellationToken cancellationToken)
    {
        if (file.Length < HashLength || !file[..HashLength].All(char.IsAsciiHexDigitLower) || await hearing.OneAsync(file[..HashLength], cancellationToken) is not { } voice)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        if (file[HashLength..] == Lines && voice.Lines.Length > 0)
            return Results.Text(voice.Lines, "text/vtt", Encoding.UTF8);
        if (file != VoiceSounds.FileName(voice.Hash, voice.Kind) || await sounds.OpenAsync(voice.Hash, voice.Kind, cancellationToken) is not { } sound)
            return Results.NotFound();
        return Results.Stream(sound, VoiceSounds.ContentType(voice.Kind), entityTag: new EntityTagHeaderValue($"\"{voice.Hash}\""), enableRangeProcessing: sound.CanSeek);
    }
}
