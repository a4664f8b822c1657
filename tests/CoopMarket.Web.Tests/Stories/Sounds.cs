using System.Runtime.CompilerServices;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>Files of sound, and voices made of them by the real commands.</summary>
internal static class Sounds
{
    /// <summary>A committed file: two seconds of one tone, in many packings, with a title and a place written into it.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Here())!, "Sounds", name));

    /// <summary>A voice of a story, sent by its cooperative.</summary>
    public static async Task<Outcome<RecordingId>> AddVoiceAsync(this Market market, SellingCoop coop, StoryId story, byte[] file)
    {
        var me = Actor.Of(coop.Manager, "127.0.0.1");
        var taken = await market.SendAsync(new TakeInVoice.Command(me, coop.Id, story, file));
        return taken.IsDone ? await market.SendAsync(new AddVoice.Command(me, coop.Id, story, taken.Value)) : taken.Refusal is { } refusal ? refusal : Outcome<RecordingId>.Invalid(taken.Flaws);
    }

    /// <summary>What she says.</summary>
    public static WriteVoice.Form Words(string who = "Bà Inh") => new()
    {
        Who = who,
        Language = "mtq",
        Transcript = "Nổ ồm ồm một điệu hát",
        Vi = "Bà ngân nga một điệu hát",
        En = "She hums a tune",
        Fr = "Elle fredonne un air",
        Lines = "00:00.000 --> 00:01.000\nNổ ồm ồm\n\n00:01.000 --> 00:02.000\nmột điệu hát",
    };

    /// <summary>What she agrees to.</summary>
    /// <param name="of">Her account; null where she has none.</param>
    public static GiveConsent.Form Agreed(Guid about, DateOnly? until = null, PersonId? of = null, string who = "Hà Thị Inh")
        => new() { About = about, Who = who, Member = of, WhatFor = "Nghe trên chợ", Way = ConsentWay.BySpeech, GivenOn = new(2026, 11, 1), Until = until };

    /// <summary>A voice with its words and its consent.</summary>
    /// <param name="cut">How many frames are left out of an MP3, so that it is another file.</param>
    public static async Task<RecordingId> HeardAsync(this Market market, SellingCoop coop, StoryId story, string file = "hum.mp3", int cut = 0)
    {
        var me = Actor.Of(coop.Manager, "127.0.0.1");
        var sound = Read(file);
        var voice = (await market.AddVoiceAsync(coop, story, sound[..(sound.Length - 128 - (cut * 100))])).Value;
        (await market.SendAsync(new WriteVoice.Command(me, coop.Id, voice, Words()))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new GiveConsent.Command(me, coop.Id, story, Agreed(voice.Value)))).IsDone.ShouldBeTrue();
        return voice;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
