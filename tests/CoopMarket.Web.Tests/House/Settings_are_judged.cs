using CoopMarket.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CoopMarket.Web.Tests.House;

public sealed class Settings_are_judged
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database__Provider")]
    [InlineData("Database:Provider", "Postgres", "ConnectionStrings__Market")]
    [InlineData("Blobs:Kind", "Ftp", "Blobs__Kind")]
    [InlineData("Blobs:Kind", "S3", "Blobs__S3__Bucket")]
    [InlineData("Market:PublicUrl", "coopmarket.example", "Market__PublicUrl")]
    [InlineData("Market:PublicUrl", "http://coopmarket.example", "Market__PublicUrl")]
    [InlineData("Market:PublicUrl", "", "Market__PublicUrl")]
    [InlineData("BankTransfer:Bin", "97040", "BankTransfer__Bin")]
    [InlineData("BankTransfer:Bin", "970405", "BankTransfer__AccountNumber")]
    [InlineData("BankTransfer:AccountNumber", "7900 2051 2345", "BankTransfer__AccountNumber is «7900 2051 2345»")]
    [InlineData("BankTransfer:AccountNumber", "12345678901234567890", "BankTransfer__AccountNumber is «")]
    [InlineData("BankTransfer:SePay:ApiKey", "short", "BankTransfer__SePay__ApiKey")]
    [InlineData("BankTransfer:SePay:HmacSecret", "short", "BankTransfer__SePay__HmacSecret")]
    [InlineData("Stripe:SecretKey", "pk_live_0123456789abcdef", "Stripe__SecretKey is no secret key")]
    [InlineData("Stripe:SecretKey", "sk_live_0123456789abcdef", "Stripe__WebhookSecret must hold")]
    [InlineData("Stripe:SecretKey", "sk_test_0123456789abcdef", "Stripe__SecretKey is a test key")]
    [InlineData("Stripe:Connect", "yes", "Stripe__Connect is «yes»")]
    [InlineData("Stripe:Connect", "true", "Stripe__Connect is true, but Stripe__SecretKey is not set")]
    [InlineData("Payouts:Least", "0", "Payouts__Least")]
    [InlineData("RateLimits:Factor", "0", "RateLimits__Factor")]
    [InlineData("Smtp:Host", "mail.example", "Smtp__From")]
    [InlineData("Smtp:Port", "70000", "Smtp__Port")]
    [InlineData("Proxy:KnownNetworks", "10.0.0.0", "Proxy__KnownNetworks")]
    public void A_wrong_setting_is_named_in_a_sentence(string key, string value, string named)
        => Find((key, value)).ShouldContain(s => s.Contains(named, StringComparison.Ordinal) && s.EndsWith('.'));

    [Theory]
    [InlineData("Stripe:WebhookSecret", "short", "Stripe__WebhookSecret is shorter")]
    [InlineData("Stripe:WebhookSecret", "whsec_one_of_three,whsec_two_of_three,whsec_three_of_three", "Stripe__WebhookSecret must hold")]
    [InlineData("Stripe:ApiBase", "api.stripe.example", "Stripe__ApiBase is «api.stripe.example»")]
    [InlineData("Stripe:ApiBase", "http://api.stripe.example", "in Production it must begin with https")]
    public void With_a_live_key_the_rest_must_be_right_too(string key, string value, string named)
        => Find([("Stripe:SecretKey", "sk_live_0123456789abcdef"), ("Stripe:WebhookSecret", "whsec_0123456789abcdef"), (key, value)])
            .ShouldHaveSingleItem().ShouldContain(named, Case.Sensitive);

    [Fact]
    public void Right_settings_are_passed_over()
        => Find(("BankTransfer:Bin", "970405"), ("BankTransfer:AccountNumber", "7900205123456"), ("BankTransfer:AccountName", "CHO COOPMARKET"), ("Proxy:KnownNetworks", "10.0.0.0/8, ::1/128"),
            ("Stripe:SecretKey", "sk_live_0123456789abcdef"), ("Stripe:WebhookSecret", "whsec_0123456789abcdef, whsec_fedcba9876543210, whsec_of_connected_1"), ("Stripe:Connect", "true")).ShouldBeEmpty();

    private static IReadOnlyList<string> Find(params (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.Ordinal) { ["Market:PublicUrl"] = "https://coopmarket.example" };
        foreach (var (key, value) in settings)
            all[key] = value;
        return SettingsCheck.Find(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), new HostingEnvironment { EnvironmentName = Environments.Production });
    }
}
