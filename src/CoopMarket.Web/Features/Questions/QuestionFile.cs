using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Finds threads for those who may see them.</summary>
internal sealed class QuestionFile(MarketDb db, SealedSecrets secrets, People people, MarketSettings market)
{
    private const string Purpose = "questions.secret";

    /// <summary>Whichever; null where there is none.</summary>
    public Task<Question?> OneAsync(QuestionId id, CancellationToken cancellationToken) => db.Set<Question>().FirstOrDefaultAsync(q => q.Id == id, cancellationToken);

    /// <summary>Whichever with all that was said; null where there is none, or it is forgotten.</summary>
    public Task<Question?> WithMessagesAsync(QuestionId id, CancellationToken cancellationToken)
        => db.Set<Question>().Include(q => q.Messages).FirstOrDefaultAsync(q => q.Id == id && q.ForgottenAt == null, cancellationToken);

    /// <summary>For the cooperative that was asked; null where it is another's, or forgotten.</summary>
    public Task<Question?> OfCooperativeAsync(CooperativeId cooperative, QuestionId id, CancellationToken cancellationToken)
        => db.Set<Question>().FirstOrDefaultAsync(q => q.Id == id && q.Cooperative == cooperative && q.ForgottenAt == null, cancellationToken);

    /// <summary>For whoever asked: she holds its secret, or is signed in as who asked. Null where it is another's.</summary>
    /// <param name="code">As it stands in the address.</param>
    /// <param name="secret">Null where the address has none.</param>
    public async Task<Question?> OfBuyerAsync(Actor actor, string code, string? secret, CancellationToken cancellationToken)
        => PublicCode.TryParse(code, out var read) && await db.Set<Question>().FirstOrDefaultAsync(q => q.Code == read.Value, cancellationToken) is { } found
            && (SealedSecrets.Fits(found.SecretHash, secret) || (actor.Person is { } person && found.Person == person))
            ? found
            : null;

    /// <summary>Where whoever asked is written to: the confirmed address of her account, else what she typed; null where there is neither.</summary>
    public async Task<string?> AddressAsync(Question question, CancellationToken cancellationToken)
        => (question.Person is { } person ? (await people.ReachAsync(person, cancellationToken))?.Email : null) ?? (question.Email.Length > 0 ? question.Email : null);

    /// <summary>What is kept of a new thread's secret.</summary>
    public (string Hash, string Sealed) Keep(string secret) => secrets.Keep(Purpose, secret);

    /// <summary>Its secret; empty where the keys were lost since.</summary>
    public string Open(Question question) => secrets.Open(Purpose, question.SealedSecret) ?? "";

    /// <summary>The full address that opens it for who asked, in her language; where the keys were lost she is to sign in.</summary>
    public string Link(Question question) => $"{market.PublicUrl}{Languages.Prefix(question.Language)}/questions/{question.Code}/{Open(question)}".TrimEnd('/');
}
