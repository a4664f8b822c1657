using CoopMarket.Web.Features.Accounts;

namespace CoopMarket.Web.Tests.Accounts;

public sealed class Devices_have_names
{
    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36", "Samsung Internet, Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/120.0 Chrome/114.0.0.0 Safari/537.36", "Cốc Cốc, Windows")]
    [InlineData("curl/8.5.0", "")]
    [InlineData("", "")]
    public void A_browser_and_a_system_and_never_the_whole_line(string userAgent, string name) => DeviceName.Of(userAgent).ShouldBe(name);
}
