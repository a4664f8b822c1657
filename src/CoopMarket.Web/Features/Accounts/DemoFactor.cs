using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// The second factor of the demo's admins. Everybody can read its secret, so in Development it is asked for only where it is asked
/// again, before money or bank data, and the page shows the next code that is good; nowhere else, and for no other secret.
/// </summary>
internal sealed class DemoFactor(MarketDb db, Factors factors, IHostEnvironment environment, TimeProvider time)
{
    /// <summary>160 bits, written as apps take them.</summary>
    public const string Secret = "COOPMARKETDEMOADMINTOTPSECRET234";

    /// <summary>Whether this is a demo's admin, in Development, whom the sign-in lets in by her password.</summary>
    public async Task<bool> IsOfAsync(Guid account, CancellationToken cancellationToken) => await AppAsync(account, cancellationToken) is not null;

    /// <summary>The next good code; null for everybody but the demo's admins, and where all were used until the next half minute.</summary>
    public async Task<string?> CodeAsync(Guid account, CancellationToken cancellationToken)
    {
        if (await AppAsync(account, cancellationToken) is not { } app)
            return null;
        var here = Totp.StepAt(time.Now());
        var next = Math.Max(here - Totp.Tolerance, app.LastStep + 1);
        return next <= here + Totp.Tolerance ? Totp.CodeAt(Base32.Read(Secret)!, next) : null;
    }

    private async Task<Authenticator?> AppAsync(Guid account, CancellationToken cancellationToken)
        => environment.IsDevelopment()
            && await db.Set<Authenticator>().AsNoTracking().FirstOrDefaultAsync(a => a.AccountId == account, cancellationToken) is { } app
            && factors.Open(account, app.SealedSecret) is { } secret && Base32.Write(secret) == Secret ? app : null;
}
