using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>
/// Stories know who agreed to show her face, her voice, her motif. Who leaves agrees no longer: it goes from the shop, and her name from the
/// consents and from under her voice. What for and until when she agreed stays with the cooperative, without her.
/// </summary>
internal sealed class PersonsOfStories(MarketDb db, OneGiver giver, TimeProvider time) : IKnowPersons
{
    public Task<IReadOnlyList<InTheWay>> InTheWayAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<InTheWay>>([]);

    public async Task<IReadOnlyList<string>> ForgetAsync(PersonId person, CancellationToken cancellationToken)
    {
        var known = await db.Set<Consent>().Where(c => c.Person == person).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        foreach (var about in known.GroupBy(c => (c.Kind, c.About)).ToList())
        {
            var hers = await giver.OfAsync(about.First(), cancellationToken);
            Consent.Withdraw(hers, person, time.Now());
            if (about.Key.Kind == ConsentKind.Voice && await db.Set<Recording>().FirstOrDefaultAsync(r => r.Id == RecordingId.From(about.Key.About), cancellationToken) is { } recording)
                recording.ForgetWho();
            foreach (var consent in hers)
                consent.Forget(person);
        }

        return [];
    }
}
