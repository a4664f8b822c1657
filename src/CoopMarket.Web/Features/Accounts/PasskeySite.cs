using System.Net;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// For which site passkeys are made and from which pages they are taken: WebAuthn Level 3, RP ID (section 4) and origin (13.4.9). Both
/// come from <see cref="MarketSettings.PublicUrl"/>. Browsers make none for a network address, so a machine of Development, which may
/// be opened by several, has them at localhost.
/// </summary>
internal static class PasskeySite
{
    /// <summary>Registers Identity's handler with the market's rules.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>().AddScoped<Passkeys>().AddScoped<OwnPasskey>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<MarketSettings, IHostEnvironment>((options, market, environment) =>
        {
            var site = Of(market, environment);
            options.ServerDomain = site.Host;
            options.ValidateOrigin = seen => ValueTask.FromResult(
                !seen.CrossOrigin && seen.TopOrigin is null && string.Equals(seen.Origin, site.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
            options.AuthenticatorTimeout = Passkeys.Waits;
            // The owner's finger, face or code makes it two factors in one; kept in the device, it needs no name typed.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
        });
    }

    private static Uri Of(MarketSettings market, IHostEnvironment environment)
    {
        var site = new Uri(market.PublicUrl);
        return environment.IsDevelopment() && IPAddress.TryParse(site.Host, out _) ? new UriBuilder(site) { Host = "localhost" }.Uri : site;
    }
}
