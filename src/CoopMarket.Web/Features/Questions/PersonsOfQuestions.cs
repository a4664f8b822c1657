using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>
/// Threads know who asked. Of one about goods nothing remains but that there was one; of one about an order, or one that a side reported,
/// the words and photos of both sides remain without her name, her e-mail, her account and her key, closed, until its time is over. What
/// she wrote as a member of a cooperative is the cooperative's and stays, and what she asked without signing in nobody knows to be hers.
/// </summary>
internal sealed class PersonsOfQuestions(MarketDb db, MessagePhotos photos, TimeProvider time) : IKnowPersons
{
    public Task<IReadOnlyList<InTheWay>> InTheWayAsync(PersonId person, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<InTheWay>>([]);

    public async Task<IReadOnlyList<string>> ForgetAsync(PersonId person, CancellationToken cancellationToken)
    {
        var hers = await db.Set<Question>().Include(q => q.Messages).Where(q => q.Person == person).ToListAsync(cancellationToken);
        List<string> reached = [.. hers.Select(q => q.Email).Where(e => e.Length > 0)];
        foreach (var question in hers)
        {
            if (question.OrderCode.Length > 0 || question.IsReported)
            {
                question.ForgetWriter();
                continue;
            }

            await photos.RemoveAsync(question.Messages.Select(m => PhotoSubject.Of(m.Id)), cancellationToken);
            question.Forget(time.Now());
        }

        return reached;
    }
}
