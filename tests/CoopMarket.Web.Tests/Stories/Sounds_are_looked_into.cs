using System.Text;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.Sounds;
using CsCheck;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>What a file of sound is, is read out of it; what it says beside the sound is taken out.</summary>
public sealed class Sounds_are_looked_into
{
    private static readonly string[] Taken = ["hum.webm", "hum.ogg", "hum.m4a", "fragments.m4a", "hum.mp3"];

    [Theory]
    [InlineData("hum.webm", nameof(SoundKind.WebM))]
    [InlineData("hum.ogg", nameof(SoundKind.Ogg))]
    [InlineData("hum.m4a", nameof(SoundKind.Mp4))]
    [InlineData("fragments.m4a", nameof(SoundKind.Mp4))]
    [InlineData("hum.mp3", nameof(SoundKind.Mp3))]
    public void Each_kind_is_known_by_its_content_and_says_how_long_it_is(string file, string kind)
    {
        var (sound, refusal) = SoundFile.Read(Sounds.Read(file));

        refusal.ShouldBeNull();
        sound!.Kind.ToString().ShouldBe(kind);
        sound.Milliseconds.ShouldBeInRange(1_950, 2_150);
    }

    [Theory]
    [InlineData("hum.webm")]
    [InlineData("hum.ogg")]
    [InlineData("hum.m4a")]
    [InlineData("fragments.m4a")]
    [InlineData("hum.mp3")]
    public void Titles_and_places_are_gone_and_it_is_read_again_as_the_same(string file)
    {
        var before = Sounds.Read(file);
        Encoding.Latin1.GetString(before).ShouldContain("SECRET");

        var clean = SoundFile.Read(before).File!;

        var text = Encoding.Latin1.GetString(clean.Content);
        text.ShouldNotContain("SECRET");
        text.ShouldNotContain("104.5678");
        var again = SoundFile.Read([.. clean.Content]).File!;
        (again.Kind, again.Milliseconds).ShouldBe((clean.Kind, clean.Milliseconds));
        again.Content.ShouldBe(clean.Content, "what is clean stays as it is");
    }

    [Theory]
    [InlineData("film.webm", nameof(SoundRefusal.Video))]
    [InlineData("film.mp4", nameof(SoundRefusal.Video))]
    [InlineData("vorbis.ogg", nameof(SoundRefusal.OtherSound))]
    [InlineData("hum.wav", nameof(SoundRefusal.OtherSound))]
    public void Films_and_other_packings_are_refused_with_their_own_sentence(string file, string why)
        => SoundFile.Read(Sounds.Read(file)).Refusal.ToString().ShouldBe(why);

    [Fact]
    public void What_is_empty_too_large_or_no_sound_at_all_is_refused()
    {
        SoundFile.Read([]).Refusal.ShouldBe(SoundRefusal.Empty);
        SoundFile.Read(new byte[Sound.MostBytes + 1]).Refusal.ShouldBe(SoundRefusal.TooManyBytes);
        SoundFile.Read(Encoding.UTF8.GetBytes("<html><script>alert(1)</script>")).Refusal.ShouldBe(SoundRefusal.NotASound);
        SoundFile.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).Refusal.ShouldBe(SoundRefusal.NotASound);
        SoundFile.Read([.. "ID3"u8, 4, 0, 0, 0, 0, 0, 5, 1, 2, 3, 4, 5]).Refusal.ShouldBe(SoundRefusal.NotASound);
    }

    [Fact]
    public void Longer_than_ten_minutes_is_refused_whatever_it_says_of_itself()
    {
        var frame = SoundFile.Read(Sounds.Read("hum.mp3")).File!;
        var times = (Sound.MostMilliseconds / frame.Milliseconds) + 2;

        SoundFile.Read([.. Enumerable.Repeat(frame.Content, times).SelectMany(b => b)]).Refusal.ShouldBe(SoundRefusal.TooLong);
    }

    [Fact]
    public void A_file_whose_end_is_missing_is_damaged_where_it_can_be_told()
    {
        foreach (var name in Taken.Where(t => t != "hum.mp3"))
        {
            var file = Sounds.Read(name);
            SoundFile.Read(file[..(file.Length - 40)]).Refusal.ShouldBe(SoundRefusal.Damaged, name);
        }
    }

    [Fact]
    public void No_file_makes_the_readers_throw_or_wait()
    {
        var files = Taken.Append("film.webm").Append("film.mp4").Append("vorbis.ogg").Select(Sounds.Read).ToArray();
        var change = Gen.Select(Gen.Int[0, 8_999], Gen.Byte);
        Gen.Select(Gen.Int[0, files.Length - 1], change.Array[1, 12], Gen.Int[0, 9_000]).Sample(
            (which, changes, length) =>
            {
                byte[] file = [.. files[which].Take(Math.Max(16, length))];
                foreach (var (at, value) in changes)
                    file[(at % 3 == 0 ? at % 200 : at) % file.Length] = value;
                var (sound, refusal) = SoundFile.Read(file);
                return (sound is null) != (refusal is null) && (sound is null || (sound.Milliseconds is > 0 and <= Sound.MostMilliseconds && sound.Content.Length <= Sound.MostBytes));
            },
            iter: 20_000);
    }

    [Fact]
    public void Nothing_but_noise_behind_a_known_beginning_is_taken_in()
    {
        byte[][] heads = [[0x1A, 0x45, 0xDF, 0xA3], [.. "OggS"u8], [0, 0, 0, 12, .. "ftypM4A "u8], [.. "ID3"u8]];
        Gen.Select(Gen.Int[0, heads.Length - 1], Gen.Byte.Array[0, 600]).Sample((which, noise) => SoundFile.Read([.. heads[which], .. noise]).File is null, iter: 20_000);
    }
}
