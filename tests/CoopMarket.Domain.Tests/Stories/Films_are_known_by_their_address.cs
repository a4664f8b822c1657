using CoopMarket.Domain.Stories;
using CsCheck;

namespace CoopMarket.Domain.Tests.Stories;

public sealed class Films_are_known_by_their_address
{
    private static readonly string[] Hosts = ["www.youtube.com", "www.tiktok.com", "www.facebook.com", "fb.watch"];

    private static readonly string[] Bits =
    [
        "https://", "http://", "www.", "youtube.com", "youtu.be", "tiktok.com", "facebook.com", "fb.watch", "evil.test", "/watch", "?v=", "a-b_c123XYZ", "/@co/video/", "7012345678", "/videos/", "@", ":", "//", "\\", ".", "#", "&",
        "%2f", "\"", "<", " ", "\u200b", "ｙ", "../", "javascript:", "/shorts/", "w/",
    ];

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=a-b_c123XYZ", "https://www.youtube.com/watch?v=a-b_c123XYZ")]
    [InlineData(" http://m.youtube.com/watch?app=desktop&v=a-b_c123XYZ&t=12s&list=PL1#t=3 ", "https://www.youtube.com/watch?v=a-b_c123XYZ")]
    [InlineData("youtube.com/shorts/a-b_c123XYZ?feature=share", "https://www.youtube.com/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.youtube.com/live/a-b_c123XYZ", "https://www.youtube.com/watch?v=a-b_c123XYZ")]
    [InlineData("HTTPS://YouTu.be/a-b_c123XYZ?si=abc", "https://www.youtube.com/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.tiktok.com/@co.ban_hang/video/7012345678901234567?is_from_webapp=1&sender_device=pc", "https://www.tiktok.com/@co.ban_hang/video/7012345678901234567")]
    [InlineData("https://www.facebook.com/watch/?v=1234567890", "https://www.facebook.com/watch/?v=1234567890")]
    [InlineData("https://m.facebook.com/htxgiaphu/videos/lat-toi/1234567890/", "https://www.facebook.com/watch/?v=1234567890")]
    [InlineData("https://www.facebook.com/reel/1234567890", "https://www.facebook.com/watch/?v=1234567890")]
    [InlineData("https://fb.watch/Ab_C-12/", "https://fb.watch/Ab_C-12/")]
    public void What_is_copied_from_the_three_sites_is_read(string typed, string address)
    {
        var (video, flaw) = Video.Read(typed);
        flaw.ShouldBeNull();
        video!.Address.ShouldBe(address);
        Video.Read(address).Video.ShouldBe(video, "its own address says the same");
        Video.Of(video.Site, video.Key).ShouldBe(video);
    }

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)//https://youtu.be/a-b_c123XYZ")]
    [InlineData("https://evil.test/https://www.youtube.com/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.youtube.com@evil.test/watch?v=a-b_c123XYZ")]
    [InlineData("https://x:y@www.youtube.com/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.youtube.com:8443/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.youtube.com.evil.test/watch?v=a-b_c123XYZ")]
    [InlineData("https://notyoutube.com/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.youtube.com./watch?v=a-b_c123XYZ")]
    [InlineData("https://www.уoutube.com/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.xn--outube-r4a.com/watch?v=a-b_c123XYZ")]
    [InlineData(@"https://www.youtube.com\@evil.test/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.youtube.com/watch?v=a-b_c123XYZ\n")]
    [InlineData("https://www.youtube.com/watch\n?v=a-b_c123XYZ")]
    [InlineData("https://www.youtube.com/watch?v=a-b_c123XY")]
    [InlineData("https://www.youtube.com/watch?v=a-b_c123XYZ%22")]
    [InlineData("https://www.youtube.com/redirect?q=https://evil.test")]
    [InlineData("https://www.youtube.com/attribution_link?u=/watch?v=a-b_c123XYZ")]
    [InlineData("https://www.youtube.com/@htxgiaphu")]
    [InlineData("https://www.tiktok.com/@x/video/abc")]
    [InlineData("https://www.tiktok.com/link/v2?target=https://evil.test")]
    [InlineData("https://l.facebook.com/l.php?u=https://evil.test")]
    [InlineData("https://www.facebook.com/htxgiaphu")]
    [InlineData("ftp://www.youtube.com/watch?v=a-b_c123XYZ")]
    [InlineData("//www.youtube.com/watch?v=a-b_c123XYZ")]
    public void Nothing_else_is(string typed)
    {
        // A break at the end is what phones copy along.
        if (!typed.EndsWith('\n'))
            Video.Read(typed).ShouldBe((null, VideoFlaw.NoFilm));
        else
            Video.Read(typed).Video!.Address.ShouldBe("https://www.youtube.com/watch?v=a-b_c123XYZ");
    }

    [Theory]
    [InlineData("https://vm.tiktok.com/ZMabc123/")]
    [InlineData("https://vt.tiktok.com/ZSabc123/")]
    [InlineData("https://www.tiktok.com/t/ZTabc123/")]
    public void Short_ones_that_tell_nothing_are_refused_with_their_own_sentence(string typed) => Video.Read(typed).ShouldBe((null, VideoFlaw.Short));

    [Fact]
    public void YouTube_alone_plays_here_and_without_cookies()
    {
        Video.Read("https://youtu.be/a-b_c123XYZ").Video!.Player.ShouldBe("https://www.youtube-nocookie.com/embed/a-b_c123XYZ");
        Video.Read("https://fb.watch/Ab_C-12/").Video!.Player.ShouldBeNull();
        Video.Read("https://www.tiktok.com/@a/video/7012345678901234567").Video!.Player.ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_typed_leads_nowhere_else()
        => Gen.Int[0, Bits.Length - 1].Array[0, 10].Select(bits => string.Concat(bits.Select(b => Bits[b]))).Sample(
            typed =>
            {
                if (Video.Read(typed) is not { Video: { } video })
                    return;
                var address = new Uri(video.Address);
                address.Scheme.ShouldBe("https");
                Hosts.ShouldContain(address.Host);
                (address.UserInfo, address.IsDefaultPort).ShouldBe(("", true));
                address.AbsoluteUri.ShouldBe(video.Address, "nothing of it needs to be mended");
                Video.Read(video.Address).Video.ShouldBe(video);
            },
            iter: 20_000);
}
