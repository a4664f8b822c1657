using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Threads with buyers, for the copy of the cooperative in them: never how a buyer is reached, and no photos of hers.</summary>
internal sealed class DataOfQuestions(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Questions, typeof(Question), Mine(cooperative).OrderBy(q => q.SpokenAt).ThenBy(q => q.Id).AsAsyncEnumerable(), ["productName"],
            ("id", q => q.Id), ("code", q => q.Code), ("name", q => q.Name), ("language", q => q.Language), ("product", q => q.Product),
            ("productName", q => q.ProductName), ("orderCode", q => q.OrderCode), ("state", q => q.State), ("spokenAt", q => q.SpokenAt)),
        DataSheet.Of(
            DataKind.QuestionMessages, typeof(QuestionMessage), (from q in Mine(cooperative)
             join m in reads.Of<QuestionMessage>() on q.Id equals m.Question
             orderby q.Id, m.Number
             select new { q.Code, Message = m }).AsAsyncEnumerable(), [],
            ("code", m => m.Code), ("question", m => m.Message.Question), ("number", m => m.Message.Number), ("side", m => m.Message.Side),
            ("words", m => m.Message.Words), ("at", m => m.Message.At)),
    ];

    private IQueryable<Question> Mine(CooperativeId cooperative) => reads.Of<Question>().Where(q => q.Cooperative == cooperative);
}
