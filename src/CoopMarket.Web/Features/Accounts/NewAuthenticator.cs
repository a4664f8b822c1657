using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A secret for an app: to scan, or to type. The page holds it, sealed, until the first code shows that the app has it.</summary>
internal static class NewAuthenticator
{
    /// <param name="Shown">The secret that the page already showed; null, or one that is none: a fresh one is made.</param>
    internal sealed record Query(Actor Actor, string? Shown) : IQuery<View>, IForPerson, INeedsProof
    {
        public Proof Proof => Proof.Lately;
    }

    /// <param name="Secret">To type, in fours.</param>
    /// <param name="Shown">The same, sealed.</param>
    /// <param name="Address">What a phone opens in its app.</param>
    /// <param name="Qr">The address, to scan.</param>
    internal sealed record View(string Secret, string Shown, string Address, QrPicture Qr);

    internal sealed class Handler(AccountFinder accounts, Factors factors, Ids ids) : IRequestHandler<Query, View>
    {
        private const string Issuer = "CoopMarket";

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var account = (await accounts.FindAsync(query.Actor.Me.Value, cancellationToken))!;
            var known = factors.Shown(account.Id, query.Shown);
            var secret = known ?? ids.Random(Totp.SecretBytes);
            var address = Totp.Uri(Issuer, account.Email ?? account.PhoneNumber ?? account.FullName, secret);
            return new(
                string.Join(' ', Base32.Write(secret).Chunk(4).Select(four => new string(four))), known is null ? factors.Show(account.Id, secret) : query.Shown!, address, QrPicture.Of(address));
        }
    }
}
