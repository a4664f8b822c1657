using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// The second factor of the demo's admins. Everybody can read its secret, so in Development the page that asks for the code shows
/// the next one that is good; nowhere else, and for no other secret.
/// </summary>
internal sealed class DemoFactor(MarketDb db, Factors factors, IHostEnvironment environment, TimeProvider time)
{
    /// <summary>160 bits, written as apps take them.</summary>
    public const string Secret = "COOPMARKETDEMOADMINTOTPSECRET234";

    /// <summary>The next good code; null for everybody but the demo's admins, and where all were used until the next half minute.</summary>
    public async Task<string?> CodeAsync(Guid account, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()
            || await db.Set<Authenticator>().AsNoTracking().FirstOrDefaultAsync(a => a.AccountId == account, cancellationToken) is not { } app
            || factors.Open(account, app.SealedSecret) is not { } secret || Base32.Write(secret) != Secret)
            return null;
        var here = Totp.StepAt(time.Now());
        var next = Math.Max(here - Totp.Tolerance, app.LastStep + 1);
        return next <= here + Totp.Tolerance ? Totp.CodeAt(secret, next) : null;
    }
}
