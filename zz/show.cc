#include <iostream>
#include <fstream>
#include <sstream>
#include <set>
#include <string>
#include "corpus/article.h"
#include "engine/base/date.h"
#include "engine/claims/annotator.h"
#include "engine/claims/quantity.h"
#include "engine/lexicon/lexicons.h"
#include "tools/evaluate/quantity_eval.h"
using namespace rashomon;
std::string F(const Quantity&q,const Article&a){ std::ostringstream o; o<<(q.ordinal?"O[":"Q[")<<a.Quote(q.span)<<"]="<<(q.approximate?"~":"")<<(q.low_open?"(":""); if(q.unbounded_below)o<<"*";else o<<q.low; if(q.low!=q.high||q.unbounded_above||q.unbounded_below){o<<"..";if(q.unbounded_above)o<<"*";else o<<q.high;} if(!q.unit.empty())o<<" u="<<q.unit; if(!q.noun_group.empty())o<<" n="<<q.noun_group; return o.str();}
int main(int c,char**v){ Lexicons lex=*Lexicons::Shipped(); Annotator an(&lex);
 auto read=[&](std::string t,std::string p){Article a;a.text=t;a.published=p;return std::pair(an.Annotate(a),a);};
 if(c>1){ std::ifstream f(v[1]); std::string l; std::getline(f,l); int n[4]={0,0,0,0};
  while(std::getline(f,l)){ std::stringstream s(l); std::string id,lab,cat,t,h; std::getline(s,id,'\t');std::getline(s,lab,'\t');std::getline(s,cat,'\t');std::getline(s,t,'\t');std::getline(s,h,'\t'); if(cat!="cardinals"&&cat!="ordinals")continue;
   auto a=read(t,"2021-04-28"),b=read(h,"2021-04-28"); bool d=QuantitiesDiffer(a.first,b.first); bool g=lab=="contradiction"; n[g*2]++; n[g*2+1]+=d==g; if(d!=g){ std::cout<<lab<<" "<<cat<<"\n "; for(auto*p:{&a,&b}){std::cout<<p->second.text<<"\n   "; for(auto&q:p->first.ordinals)std::cout<<F(q,p->second)<<"; "; for(auto&cl:p->first.claims){for(auto&q:cl.quantities)std::cout<<F(q,p->second)<<"; ";} std::cout<<"\n ";} std::cout<<"\n";} }
  std::cout<<"contradictions "<<n[3]<<"/"<<n[2]<<" others "<<n[1]<<"/"<<n[0]<<"\n"; return 0;}
 std::string l; while(std::getline(std::cin,l)){ auto k=l.find('\t'); auto r=read(l.substr(k+1),l.substr(0,k)); auto&a=r.first; std::cout<<"* "<<r.second.text<<"\n     "; std::set<std::string> s; auto out=[&](std::size_t b,std::string x){ std::string key=std::string(6-std::min<size_t>(6,std::to_string(b).size()),'0')+std::to_string(b)+x; if(s.insert(key).second);};
  for(auto&q:a.ordinals)out(q.span.begin,F(q,r.second)); for(auto&cl:a.claims){for(auto&q:cl.quantities)out(q.span.begin,F(q,r.second)); for(auto&t:cl.times)out(t.span.begin,"T["+std::string(r.second.Quote(t.span))+"]="+(t.days?FormatIsoDate(t.days->from)+(t.days->from==t.days->to?"":".."+FormatIsoDate(t.days->to)):"?"));}
  for(auto&x:s)std::cout<<x.substr(6)<<" ; "; std::cout<<"\n"; } }
